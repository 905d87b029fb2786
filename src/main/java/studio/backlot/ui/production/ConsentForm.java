package studio.backlot.ui.production;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import studio.backlot.clearance.ConsentSubject;
import studio.backlot.clearance.ReplicaType;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Fields;
import studio.backlot.ui.widget.ShownAs;
import studio.backlot.ui.widget.Words;

/// The fields of a consent: who, what they agreed to, until when; the rest under *More*.
final class ConsentForm {
    private final Words words;
    private final TextField subject = field("subject");
    private final TextField aliases = field("aliases");
    private final CheckBox given;
    private final ComboBox<ConsentSubject> about = new ComboBox<>();
    private final ComboBox<ReplicaType> replica = new ComboBox<>();
    private final TextArea scope = new TextArea();
    private final TextField expires = field("expires");
    private final CheckBox separate;
    private final TextField notice = field("notice");
    private final TextField scan = field("scan");
    private final CheckBox minor;
    private final TextField guardian = field("guardian");
    private final CheckBox deceased;
    private final TextField representative = field("representative");
    private final TextField pay = field("pay");
    private final TextField contract = field("contract");
    private final ObjectProperty<Optional<Path>> evidence =
            new SimpleObjectProperty<>(Optional.empty());

    ConsentForm(Words words) {
        this.words = words;
        given = box("given");
        given.setSelected(true);
        separate = box("separate");
        minor = box("minor");
        deceased = box("deceased");
        about.setId("consent-about");
        about.getItems().setAll(ConsentSubject.values());
        about.setValue(ConsentSubject.LIKENESS);
        about.setConverter(new ShownAs<>(one -> words.get("about." + one.wireName())));
        replica.setId("consent-replica");
        replica.getItems().setAll(ReplicaType.values());
        replica.setValue(ReplicaType.EMPLOYMENT_BASED);
        replica.setConverter(new ShownAs<>(one -> words.get("replica." + one.wireName())));
        scope.setId("consent-scope");
        scope.setPrefRowCount(3);
        scope.setWrapText(true);
        scope.setPromptText(words.get("consent.scope.prompt"));
        List.of(expires, notice, scan).forEach(day -> day.setPromptText(words.get("day.prompt")));
        aliases.setPromptText(words.get("consent.aliases.prompt"));
        guardian.disableProperty().bind(minor.selectedProperty().not());
        representative.disableProperty().bind(deceased.selectedProperty().not());
        List.of(about, replica, scope, separate, expires)
                .forEach(one -> one.disableProperty().bind(given.selectedProperty().not()));
        replica.disableProperty().unbind();
        replica.disableProperty()
                .bind(
                        given.selectedProperty()
                                .not()
                                .or(about.valueProperty().isNotEqualTo(ConsentSubject.LIKENESS)));
    }

    private static TextField field(String name) {
        var field = new TextField();
        field.setId("consent-" + name);
        return field;
    }

    private CheckBox box(String name) {
        var box = new CheckBox(words.get("consent." + name));
        box.setId("consent-" + name);
        box.setWrapText(true);
        return box;
    }

    /// The fields in their order.
    List<Node> fields() {
        var more =
                new VBox(
                        8,
                        separate,
                        row("notice", notice),
                        row("scan", scan),
                        minor,
                        row("guardian", guardian),
                        deceased,
                        row("representative", representative),
                        row("pay", pay),
                        row("contract", contract),
                        row("evidence", document()));
        var pane = new TitledPane(words.get("more"), more);
        pane.setId("consent-more");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return List.of(
                row("subject", subject),
                row("aliases", aliases),
                given,
                row("about", about),
                row("replica", replica),
                row("scope", scope),
                row("expires", expires),
                pane);
    }

    private HBox row(String name, Node control) {
        return Fields.row(words.get("consent." + name), control);
    }

    private Button document() {
        Button choose =
                Buttons.quiet("consent-evidence", words.get("consent.evidence.choose"), () -> {});
        choose.setOnAction(event -> {
            var chooser = new FileChooser();
            chooser.setTitle(words.get("consent.evidence"));
            Optional.ofNullable(chooser.showOpenDialog(choose.getScene().getWindow()))
                    .map(File::toPath)
                    .ifPresent(file -> {
                        evidence.set(Optional.of(file));
                        choose.setText(String.valueOf(file.getFileName()));
                    });
        });
        return choose;
    }

    /// What is filled in.
    ConsentDraft draft() {
        Optional<ConsentDraft.Agreed> agreed =
                given.isSelected()
                        ? Optional.of(
                                new ConsentDraft.Agreed(
                                        about.getValue(),
                                        Optional.ofNullable(replica.getValue()),
                                        scope.getText(),
                                        separate.isSelected()))
                        : Optional.empty();
        return new ConsentDraft(
                subject.getText(),
                aliases.getText(),
                agreed,
                new ConsentDraft.Days(
                        notice.getText(),
                        scan.getText(),
                        given.isSelected() ? expires.getText() : ""),
                new ConsentDraft.Signers(
                        minor.isSelected(),
                        minor.isSelected() ? guardian.getText() : "",
                        deceased.isSelected(),
                        deceased.isSelected() ? representative.getText() : "",
                        pay.getText(),
                        contract.getText()),
                evidence.get());
    }
}
