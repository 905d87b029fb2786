package studio.backlot.ui.shell;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// Begins a show: a name and a policy preset, nothing else.
final class NewShowView extends VBox {
    private final ToggleGroup presets = new ToggleGroup();
    private final TextField name = new TextField();

    /// `place` is the folder in which productions are made.
    NewShowView(ShellViewModel shell, Overlay overlay, Words words, Path place) {
        setId("new-show");
        var title = new Label(words.get("new.title"));
        title.getStyleClass().add("title");
        name.setId("new-name");
        name.setPromptText(words.get("new.name"));
        name.setAccessibleText(words.get("new.name"));
        var where = new Label();
        where.getStyleClass().add("caption");
        where.setWrapText(true);
        where.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        words.get(
                                                "new.where",
                                                place.resolve(FolderNames.of(name.getText()))),
                                name.textProperty()));
        getChildren().addAll(title, name, where);
        for (PolicyPreset preset : PolicyPreset.values()) {
            getChildren().add(choice(preset, words));
        }
        presets.selectToggle(presets.getToggles().getFirst());
        Button make =
                Buttons.primary(
                        "new-make",
                        words.get("new.make"),
                        () -> {
                            overlay.close();
                            shell.create(
                                    place.resolve(FolderNames.of(name.getText())),
                                    name.getText().strip(),
                                    preset());
                        });
        make.setDefaultButton(true);
        make.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> name.getText().isBlank(), name.textProperty()));
        getChildren()
                .addAll(
                        Gaps.down(),
                        new HBox(
                                8,
                                Buttons.quiet("new-cancel", words.get("cancel"), overlay::close),
                                Gaps.across(),
                                make));
    }

    private VBox choice(PolicyPreset preset, Words words) {
        var button = new RadioButton(words.get("preset." + preset.wireName()));
        button.setId("preset-" + preset.wireName());
        button.setToggleGroup(presets);
        button.setUserData(preset);
        var text = new Label(words.get("preset." + preset.wireName() + ".text"));
        text.getStyleClass().add("caption");
        text.setWrapText(true);
        return new VBox(4, button, text);
    }

    private PolicyPreset preset() {
        return (PolicyPreset) presets.getSelectedToggle().getUserData();
    }
}
