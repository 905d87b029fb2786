package studio.backlot.ui.production;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.workflow.OpenProduction;

/// The facts of the open production, which part of its page is shown, and how something is done
/// about it. For the window's thread.
public final class ProductionViewModel {
    private final ShellViewModel shell;
    private final ObjectProperty<ProductionPart> part =
            new SimpleObjectProperty<>(ProductionPart.PEOPLE);
    private final ReadOnlyObjectWrapper<Optional<ProductionFacts>> facts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper isReadOnly = new ReadOnlyBooleanWrapper();
    private final Map<ProductionPart, ReadOnlyStringWrapper> trouble =
            new EnumMap<>(ProductionPart.class);
    private boolean isShown;

    public ProductionViewModel(ShellViewModel shell) {
        this.shell = shell;
        shell.whenOpened(this::opened);
        shell.whenClosed(() -> facts.set(Optional.empty()));
    }

    private void opened(OpenShow opened) {
        isReadOnly.set(opened.isReadOnly());
        trouble.values().forEach(words -> words.set(""));
        opened.feed().listen(size -> follow());
        follow();
    }

    private void follow() {
        if (isShown) {
            load();
        }
    }

    /// The part of the page that is shown.
    ObjectProperty<ProductionPart> part() {
        return part;
    }

    ReadOnlyObjectProperty<Optional<ProductionFacts>> facts() {
        return facts.getReadOnlyProperty();
    }

    /// Why the facts could not be read; empty where they could.
    ReadOnlyStringProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Whether somebody else works in it, so that nothing is recorded from here.
    ReadOnlyBooleanProperty isReadOnly() {
        return isReadOnly.getReadOnlyProperty();
    }

    /// What went wrong in a part, in words; empty where nothing did.
    ReadOnlyStringProperty trouble(ProductionPart of) {
        return troubles(of).getReadOnlyProperty();
    }

    private ReadOnlyStringWrapper troubles(ProductionPart of) {
        return trouble.computeIfAbsent(of, one -> new ReadOnlyStringWrapper(""));
    }

    Optional<OpenShow> show() {
        return shell.show().get();
    }

    ShellViewModel shell() {
        return shell;
    }

    /// Reads the facts again, and from now on whenever the record grows.
    void load() {
        isShown = true;
        show().ifPresent(one ->
                one.ask(
                        ProductionFacts::of,
                        found -> {
                            unread.set("");
                            facts.set(Optional.of(found));
                        },
                        failure -> unread.set(words(failure))));
    }

    /// Says something at the foot of the window.
    void say(Message message) {
        shell.say(message);
    }

    /// Does something about the production; what goes wrong is said in the part it concerns.
    <T> void act(ProductionPart of, Function<OpenProduction, T> work, Consumer<T> then) {
        act(of, work, then, failure -> troubles(of).set(words(failure)));
    }

    /// As [#act(ProductionPart, Function, Consumer)], with an answer of one's own to a failure.
    <T> void act(
            ProductionPart of,
            Function<OpenProduction, T> work,
            Consumer<T> then,
            Consumer<RuntimeException> otherwise) {
        troubles(of).set("");
        show().ifPresent(one ->
                one.ask(
                        work,
                        result -> {
                            load();
                            then.accept(result);
                        },
                        otherwise));
    }

    /// Says what went wrong in a part.
    void tell(ProductionPart of, RuntimeException failure) {
        troubles(of).set(words(failure));
    }

    static String words(RuntimeException failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    /// The person here as a producer, by the everyday key.
    Signatory everyday() {
        return show().orElseThrow().everyday(Role.PRODUCER);
    }

    /// The person here as a producer, by the guarded key; not for the window's thread.
    Signatory guarded(String passphrase) {
        return show().orElseThrow().guarded(Role.PRODUCER, passphrase);
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
