package studio.backlot.ui.production;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.identity.FingerprintWords;
import studio.backlot.identity.Person;
import studio.backlot.identity.Role;
import studio.backlot.ui.production.FormCard.Form;
import studio.backlot.ui.widget.Fields;

/// The sheets on which something is done about a person: vouching, retiring, somebody new, the
/// passphrase and the keys of who acts here.
final class PersonForms {
    private final PartView view;
    private final PeopleViewModel people;
    private final ProductionViewModel production;

    PersonForms(PartView view, PeopleViewModel people, ProductionViewModel production) {
        this.view = view;
        this.people = people;
        this.production = production;
    }

    /// The fingerprint of the guarded key, in words to compare.
    Node fingerprint(Person person) {
        var lines =
                new VBox(
                        2,
                        view.label(
                                view.words().get("people.fingerprint", person.name()), "caption"));
        FingerprintWords.lines(person.keys().guarded().fingerprint())
                .forEach(line -> lines.getChildren().add(view.label(line, "mono")));
        return lines;
    }

    /// A role, as it is said.
    String role(Role role) {
        return view.words().get("role." + role.wireName());
    }

    /// Asks whether to vouch for a person, and with which roles.
    void vouch(Person person) {
        Map<Role, CheckBox> boxes = roleBoxes(person.roles());
        view.sign(
                new Form(
                        "vouch",
                        view.words().get("vouch.title", person.name()),
                        view.words().get("vouch"),
                        List.of(
                                view.label(view.words().get("vouch.why"), "soft"),
                                fingerprint(person),
                                Fields.row(view.words().get("people.roles"), rolesRow(boxes))),
                        true),
                (passphrase, ending) -> people.vouch(person, ticked(boxes), passphrase, ending));
    }

    private Map<Role, CheckBox> roleBoxes(Set<Role> ticked) {
        Map<Role, CheckBox> boxes = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            var box = new CheckBox(role(role));
            box.setId("role-" + role.wireName());
            box.setSelected(ticked.contains(role));
            boxes.put(role, box);
        }
        return boxes;
    }

    private static Node rolesRow(Map<Role, CheckBox> boxes) {
        var row = new HBox(12);
        row.getChildren().addAll(boxes.values());
        return row;
    }

    private static Set<Role> ticked(Map<Role, CheckBox> boxes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        boxes.forEach((role, box) -> {
            if (box.isSelected()) {
                roles.add(role);
            }
        });
        return roles;
    }

    /// Asks whether to end the keys of a person.
    void retire(Person person) {
        view.sign(
                new Form(
                        "retire",
                        view.words().get("retire.title", person.name()),
                        view.words().get("retire"),
                        List.of(view.label(view.words().get("retire.why"), "soft")),
                        true),
                (passphrase, ending) -> people.retire(person, passphrase, ending));
    }

    /// Asks who else works on this machine.
    void add() {
        var name = new TextField();
        name.setId("newcomer-name");
        PasswordField passphrase = secret("newcomer-secret");
        Map<Role, CheckBox> boxes = roleBoxes(EnumSet.allOf(Role.class));
        view.ask(
                new Form(
                        "newcomer",
                        view.words().get("people.new.title"),
                        view.words().get("people.new.do"),
                        List.of(
                                view.label(view.words().get("people.new.why"), "soft"),
                                Fields.row(view.words().get("people.name"), name),
                                Fields.row(view.words().get("people.roles"), rolesRow(boxes)),
                                Fields.row(view.words().get("people.secret"), passphrase)),
                        false),
                (typed, ending) ->
                        people.add(
                                new PeopleViewModel.Newcomer(
                                        name.getText().strip(),
                                        ticked(boxes),
                                        passphrase.getText()),
                                ending));
    }

    private static PasswordField secret(String id) {
        var field = new PasswordField();
        field.setId(id);
        return field;
    }

    /// Asks for another passphrase.
    void passphrase() {
        PasswordField next = secret("passphrase-new");
        view.ask(
                new Form(
                        "passphrase",
                        view.words().get("people.passphrase.title"),
                        view.words().get("people.passphrase.do"),
                        List.of(
                                view.label(view.words().get("people.passphrase.why"), "soft"),
                                Fields.row(view.words().get("people.passphrase.new"), next)),
                        production.needsPassphrase()),
                (old, ending) -> people.changePassphrase(old, next.getText(), ending));
    }

    /// Asks whether to make new keys.
    void keys() {
        view.sign(
                new Form(
                        "keys",
                        view.words().get("people.keys.title"),
                        view.words().get("people.keys.do"),
                        List.of(view.label(view.words().get("people.keys.why"), "soft")),
                        true),
                people::replaceKeys);
    }
}
