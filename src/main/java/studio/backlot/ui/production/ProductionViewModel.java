package studio.backlot.ui.production;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.clearance.NodeKind;
import studio.backlot.identity.Person;
import studio.backlot.identity.Role;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.workflow.EditShowTree;
import studio.backlot.workflow.EnrolPerson;

/// The facts of the open production, and what can be changed about it. For the window's thread.
public final class ProductionViewModel {
    private final ShellViewModel shell;
    private final ReadOnlyObjectWrapper<Optional<ProductionFacts>> facts =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ProductionViewModel(ShellViewModel shell) {
        this.shell = shell;
        shell.whenClosed(() -> facts.set(Optional.empty()));
    }

    ReadOnlyObjectProperty<Optional<ProductionFacts>> facts() {
        return facts.getReadOnlyProperty();
    }

    Optional<OpenShow> show() {
        return shell.show().get();
    }

    /// Reads the facts again.
    void load() {
        show().ifPresent(one ->
                one.ask(ProductionFacts::of, found -> facts.set(Optional.of(found))));
    }

    /// Vouches for a person by this machine's guarded key.
    void vouch(Person person, String passphrase) {
        show().ifPresent(one ->
                one.ask(
                        production ->
                                new EnrolPerson(production)
                                        .vouch(person, one.guarded(Role.PRODUCER, passphrase)),
                        entry -> load()));
    }

    /// Ends a person's keys.
    void retire(Person person, String passphrase) {
        show().ifPresent(one ->
                one.ask(
                        production ->
                                new EnrolPerson(production)
                                        .retire(person, one.guarded(Role.PRODUCER, passphrase)),
                        entry -> load()));
    }

    /// Adds a place to the show.
    void addPlace(NodeKind kind, String path) {
        show().ifPresent(one ->
                one.ask(
                        production ->
                                new EditShowTree(production, one.studio().context().ids())
                                        .add(kind, path, one.everyday(Role.PRODUCER)),
                        node -> load()));
    }

    /// Whether this person is who acts here.
    boolean isActor(UUID person) {
        return show().filter(one -> one.actor().person().id().equals(person)).isPresent();
    }

    /// Whether the guarded key of who acts here needs a passphrase.
    boolean needsPassphrase() {
        return show().filter(one -> one.actor().hasPassphrase()).isPresent();
    }
}
