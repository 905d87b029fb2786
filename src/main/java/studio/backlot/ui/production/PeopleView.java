package studio.backlot.ui.production;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import studio.backlot.identity.Person;
import studio.backlot.provenance.EnrolledPersons.Standing;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;

/// The people of the production: who is enrolled, and how others come and go.
final class PeopleView extends PartView {
    private final ProductionViewModel production;
    private final PeopleViewModel people;
    private final PersonForms forms;
    private final ListView<Standing> list;
    private final VBox chosen = new VBox(8);

    PeopleView(ProductionViewModel production, Overlay overlay, Words words) {
        super(ProductionPart.PEOPLE, production, overlay, words);
        this.production = production;
        people = new PeopleViewModel(production, words);
        forms = new PersonForms(this, people, production);
        list = list("people", words.get("people.none"), this::row);
        chosen.setId("person-chosen");
        whenChosen(list, this::choose);
        fill(
                list,
                chosen,
                buttons(
                        recording(
                                Buttons.quiet(
                                        "person-card", words.get("people.byCard"), this::card)),
                        recording(Buttons.quiet("person-new", words.get("people.new"), forms::add)),
                        Buttons.quiet("person-card-keep", words.get("people.card"), this::keep),
                        recording(
                                Buttons.quiet(
                                        "person-passphrase",
                                        words.get("people.passphrase"),
                                        forms::passphrase)),
                        recording(
                                Buttons.quiet(
                                        "person-keys", words.get("people.keys"), forms::keys))));
    }

    @Override
    void show(ProductionFacts facts) {
        refill(list, facts.people(), one -> one.person().id());
    }

    private Node row(Standing one) {
        return row(
                Optional.of(new MarkIcon(one.isVouched() ? Mark.APPROVED : Mark.DRAFT)),
                one.person().name(),
                roles(one.person()),
                standing(one));
    }

    private String roles(Person person) {
        return String.join(
                words().get("comma"), person.roles().stream().sorted().map(forms::role).toList());
    }

    private String standing(Standing one) {
        if (one.isRetired()) {
            return words().get("standing.retired");
        }
        if (one.isFirst()) {
            return words().get("standing.first");
        }
        return words().get(one.isVouched() ? "standing.vouched" : "standing.unvouched");
    }

    private void choose(Optional<Standing> now) {
        chosen.getChildren().clear();
        now.ifPresent(one -> {
            Person person = one.person();
            chosen.getChildren().add(forms.fingerprint(person));
            boolean isOther = !one.isRetired() && !production.isActor(person.id());
            Button vouch =
                    recording(
                            Buttons.quiet(
                                    "person-vouch",
                                    words().get("vouch"),
                                    () -> forms.vouch(person)));
            Button retire =
                    recording(
                            Buttons.quiet(
                                    "person-retire",
                                    words().get("retire"),
                                    () -> forms.retire(person)));
            vouch.setVisible(isOther && !one.isVouched());
            vouch.setManaged(vouch.isVisible());
            retire.setVisible(isOther);
            retire.setManaged(isOther);
            chosen.getChildren().add(new HBox(8, vouch, retire));
        });
    }

    private void card() {
        var chooser = new FileChooser();
        chooser.setTitle(words().get("people.byCard"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::readCard);
    }

    /// Reads the card in a file and asks whether to vouch for the person.
    void readCard(Path file) {
        people.read(file, forms::vouch);
    }

    private void keep() {
        var chooser = new FileChooser();
        chooser.setTitle(words().get("people.card"));
        chooser.setInitialFileName(words().get("people.card.name"));
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(people::keepCard);
    }
}
