package studio.backlot.ui.shell;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Fields;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.ShownAs;
import studio.backlot.ui.widget.Words;

/// What a person may choose for the window, as a sheet; each choice acts at once.
final class SettingsView extends VBox {
    private final ShellViewModel shell;
    private final Words words;

    SettingsView(ShellViewModel shell, Overlay overlay, Words words) {
        this.shell = shell;
        this.words = words;
        setId("settings");
        var title = new Label(words.get("settings.title"));
        title.getStyleClass().add("title");
        var note = new Label(words.get("settings.language.note"));
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        getChildren()
                .addAll(
                        title,
                        Fields.row(words.get("settings.theme"), theme()),
                        Fields.row(words.get("settings.language"), language()),
                        note,
                        motion(),
                        pens(),
                        Gaps.down(),
                        Buttons.quiet("settings-close", words.get("close"), overlay::close));
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
                new ShownAs<>(theme ->
                        words.get("theme." + theme.name().toLowerCase(java.util.Locale.ROOT))));
        box.setValue(look().theme());
        box.valueProperty().addListener((property, before, now) -> change(look().with(now)));
        return box;
    }

    private ComboBox<String> language() {
        var box = new ComboBox<String>();
        box.setId("settings-language");
        box.getItems().setAll("", "en", "es");
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
}
