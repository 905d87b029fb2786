package studio.backlot.ui.production;

import java.io.File;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The question what is held about a person, and the answer to it.
final class HoldingsView extends VBox {
    private static final double HEIGHT = 160;

    private final ConsentsViewModel consents;
    private final Words words;
    private final TextField person = new TextField();
    private final VBox held = new VBox(4);

    HoldingsView(ConsentsViewModel consents, Words words) {
        this.consents = consents;
        this.words = words;
        setSpacing(12);
        held.setId("holdings");
        var answer = new ScrollPane(held);
        answer.setFitToWidth(true);
        answer.setPrefHeight(HEIGHT);
        answer.setMinHeight(HEIGHT);
        answer.visibleProperty().bind(consents.held().map(Optional::isPresent));
        answer.managedProperty().bind(answer.visibleProperty());
        consents.held().addListener((property, before, now) -> now.ifPresent(this::answer));
        person.setId("holdings-person");
        person.setPromptText(words.get("holdings.prompt"));
        person.setAccessibleText(words.get("holdings.prompt"));
        person.setOnAction(event -> ask());
        HBox.setHgrow(person, Priority.ALWAYS);
        getChildren()
                .addAll(
                        text(words.get("holdings"), "section"),
                        new HBox(
                                8,
                                person,
                                Buttons.quiet(
                                        "holdings-ask", words.get("holdings.ask"), this::ask)),
                        answer);
    }

    private static Label text(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    /// Asks what is held about a person.
    void ask(String name) {
        person.setText(name);
        ask();
    }

    private void ask() {
        if (!person.getText().isBlank()) {
            consents.ask(person.getText().strip());
        }
    }

    private void answer(ConsentsViewModel.Held found) {
        held.getChildren()
                .setAll(
                        text(words.get("holdings.answer", found.person()), "section"),
                        text(found.summary(), "soft"));
        found.texts().forEach(text -> held.getChildren().add(text(text, "mono")));
        held.getChildren()
                .add(Buttons.quiet("holdings-keep", words.get("holdings.keep"), () -> keep(found)));
    }

    private void keep(ConsentsViewModel.Held found) {
        var chooser = new FileChooser();
        chooser.setTitle(words.get("holdings.keep"));
        chooser.setInitialFileName(words.get("holdings.file"));
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(file -> consents.keep(found, file));
    }
}
