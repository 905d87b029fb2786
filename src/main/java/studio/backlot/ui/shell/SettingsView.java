package studio.backlot.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Fields;
import studio.backlot.ui.widget.ShownAs;
import studio.backlot.ui.widget.Words;

/// What a person may choose for the window, as a sheet; each choice acts at once or says when.
final class SettingsView extends VBox {
    private final ShellViewModel shell;
    private final Words words;

    /// Where things lie: `shows` is where new shows are made now, `chooseShows` asks for another
    /// place, `packs` is where packs lie that were added.
    record Places(Supplier<String> shows, Runnable chooseShows, String packs) {}

    SettingsView(ShellViewModel shell, Overlay overlay, Words words, Places places) {
        this.shell = shell;
        this.words = words;
        setId("settings");
        var title = text("settings.title", "title");
        var page =
                new VBox(
                        12,
                        text("settings.look", "section"),
                        Fields.row(words.get("settings.theme"), theme()),
                        Fields.row(words.get("settings.language"), language()),
                        text("settings.language.note", "caption"),
                        motion(),
                        pens(),
                        text("settings.you", "section"),
                        Fields.row(words.get("settings.credited"), credited()),
                        text("settings.credited.note", "caption"),
                        text("settings.folders", "section"),
                        shows(places),
                        Fields.row(words.get("settings.packs"), path(places.packs())),
                        text("settings.packs.note", "caption"));
        page.getStyleClass().add("settings-page");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var foot = new HBox(Buttons.quiet("settings-close", words.get("close"), overlay::close));
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, scroll, foot);
    }

    private Label text(String key, String style) {
        var label = new Label(words.get(key));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private Settings.Look look() {
        return shell.settings().get().look();
    }

    private void change(Settings.Look wanted) {
        shell.change(shell.settings().get().with(wanted));
    }

    private ComboBox<Settings.Theme> theme() {
        var box = new ComboBox<Settings.Theme>();
        box.setId("settings-theme");
        box.getItems().setAll(Settings.Theme.values());
        box.setConverter(
                new ShownAs<>(
                        theme -> words.get("theme." + theme.name().toLowerCase(Locale.ROOT))));
        box.setValue(look().theme());
        box.valueProperty().addListener((property, before, now) -> change(look().with(now)));
        return box;
    }

    private ComboBox<String> language() {
        var box = new ComboBox<String>();
        box.setId("settings-language");
        box.getItems().setAll(List.of("", "en", "es"));
        box.setConverter(
                new ShownAs<>(
                        tag -> words.get(tag.isEmpty() ? "language.system" : "language." + tag)));
        box.setValue(look().language());
        box.valueProperty()
                .addListener((property, before, now) -> change(look().withLanguage(now)));
        return box;
    }

    private CheckBox motion() {
        var box = new CheckBox(words.get("settings.motion"));
        box.setId("settings-motion");
        box.setSelected(look().isMotionReduced());
        box.selectedProperty()
                .addListener((property, before, now) -> change(look().withMotionReduced(now)));
        return box;
    }

    private CheckBox pens() {
        var box = new CheckBox(words.get("settings.pens"));
        box.setId("settings-pens");
        box.setSelected(look().isForPens());
        box.selectedProperty().addListener((property, before, now) -> change(look().withPens(now)));
        return box;
    }

    private TextField credited() {
        var field = new TextField(shell.credited());
        field.setId("settings-credited");
        field.textProperty().addListener((property, before, now) -> credit(now.strip()));
        return field;
    }

    private void credit(String name) {
        Settings settings = shell.settings().get();
        shell.change(
                settings.with(
                        settings.habits()
                                .withCreditedAs(Optional.of(name).filter(ShellViewModel::isName))));
    }

    private Node shows(Places places) {
        Label path = path("");
        path.setId("settings-shows");
        path.textProperty().bind(shell.settings().map(changed -> places.shows().get()));
        HBox row = Fields.row(words.get("settings.shows"), path);
        Button choose =
                Buttons.quiet("settings-shows-choose", words.get("choose"), places.chooseShows());
        choose.setMinWidth(USE_PREF_SIZE);
        row.getChildren().add(choose);
        return row;
    }

    private static Label path(String path) {
        var label = new Label(path);
        label.getStyleClass().add("mono");
        label.setWrapText(true);
        return label;
    }
}
