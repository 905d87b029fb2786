package studio.backlot.ui.production;

import java.io.File;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// Where checkpoints of the record go outside, saving and checking them, and the log's key.
final class AnchorsView extends PartView {
    private final AnchorsViewModel anchors;
    private final Label state = label("", "strong");
    private final TextField folder = new TextField();
    private final Label when = label("", "soft");
    private final VBox key = new VBox(2);

    AnchorsView(ProductionViewModel production, Overlay overlay, Words words) {
        super(ProductionPart.ANCHORS, production, overlay, words);
        anchors = new AnchorsViewModel(production, words);
        state.setId("anchor-state");
        folder.setId("anchor-folder");
        folder.setPromptText(words.get("anchors.folder"));
        folder.setAccessibleText(words.get("anchors.folder"));
        folder.setOnAction(event -> keep());
        folder.disableProperty().bind(production.isReadOnly());
        HBox.setHgrow(folder, Priority.ALWAYS);
        when.setId("anchor-when");
        key.setId("anchor-key");
        key.getStyleClass().addAll("card", "proof-key");
        fill(
                label(words.get("anchors.why"), "soft"),
                state,
                when,
                new HBox(
                        8,
                        folder,
                        recording(
                                Buttons.quiet(
                                        "anchor-keep", words.get("anchors.keep"), this::keep)),
                        recording(
                                Buttons.quiet(
                                        "anchor-choose",
                                        words.get("anchors.choose"),
                                        this::choose))),
                buttons(
                        recording(
                                Buttons.quiet(
                                        "anchor-save", words.get("anchors.save"), this::save)),
                        Buttons.quiet(
                                "anchor-check",
                                words.get("anchors.check"),
                                () -> anchors.check(Optional.empty())),
                        Buttons.quiet(
                                "anchor-check-file", words.get("anchors.check.file"), this::check)),
                label(words.get("anchors.logKey"), "section"),
                label(words.get("anchors.fingerprint"), "soft"),
                key);
    }

    @Override
    void show(ProductionFacts facts) {
        ProductionFacts.Anchors now = facts.anchors();
        folder.setText(now.folder().map(String::valueOf).orElse(""));
        state.setText(words().get(now.folder().isPresent() ? "anchors.outside" : "anchors.none"));
        when.setText(
                now.last()
                        .map(last ->
                                words().get(
                                                "anchors.last",
                                                words().day(last),
                                                words().time(last),
                                                now.records()))
                        .orElseGet(() -> words().get("anchors.never", now.records())));
        key.getChildren().clear();
        now.keyWords().forEach(line -> key.getChildren().add(label(line, "mono")));
    }

    private void keep() {
        if (!folder.getText().isBlank()) {
            anchors.keepIn(folder.getText().strip());
        }
    }

    private void choose() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words().get("anchors.choose"));
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .map(File::getPath)
                .ifPresent(anchors::keepIn);
    }

    private void save() {
        var chooser = new FileChooser();
        chooser.setTitle(words().get("anchors.save"));
        chooser.setInitialFileName(words().get("anchors.file"));
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(anchors::save);
    }

    private void check() {
        var chooser = new FileChooser();
        chooser.setTitle(words().get("anchors.check.file"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(file -> anchors.check(Optional.of(file)));
    }
}
