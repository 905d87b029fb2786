package studio.backlot.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.ui.fx.Background;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.Studio;

/// The production that the window shows, with the thread that works on it.
///
/// `person` is who acts; `writer` names somebody else who has it open for writing, so that it is
/// open here for reading only, and without a `queue` of plates. Everything that touches stores goes
/// through [#ask].
public record OpenShow(
        OpenProduction production,
        OwnPerson person,
        Studio studio,
        Background desk,
        LedgerFeed feed,
        Optional<PlateQueue> queue,
        Optional<String> writer) {
    /// Does a piece of work on the production, off the window's thread and in turn with the runs;
    /// its result comes back on the window's thread. A failure is told at the foot of the window.
    public <T> void ask(Function<OpenProduction, T> work, Consumer<T> then) {
        desk.ask(() -> inTurn(work), then);
    }

    /// As [#ask(Function, Consumer)], with an answer of one's own to a failure.
    public <T> void ask(
            Function<OpenProduction, T> work,
            Consumer<T> then,
            Consumer<RuntimeException> otherwise) {
        desk.ask(() -> inTurn(work), then, otherwise);
    }

    private <T> T inTurn(Function<OpenProduction, T> work) {
        return production.inTurn(() -> {
            T result = work.apply(production);
            feed.sized(production.ledger().head().checkpoint().size());
            return result;
        });
    }

    /// Whether nothing can be made or recorded here.
    public boolean isReadOnly() {
        return writer.isPresent();
    }

    /// The person with the keys that hold in this production.
    public OwnPerson actor() {
        return production.writer().orElse(person);
    }

    /// The person as the signer of everyday entries.
    public Signatory everyday(Role role) {
        return Signatory.of(actor().person().name(), role, actor().everyday());
    }

    /// The person as the signer of what needs the guarded key; throws
    /// [studio.backlot.identity.WrongPassphrase]. Takes a moment: not for the window's thread.
    public Signatory guarded(Role role, String passphrase) {
        return Signatory.of(
                actor().person().name(), role, studio.persons().guarded(actor(), passphrase));
    }
}
