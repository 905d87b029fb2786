package studio.backlot.ui.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Maker;
import studio.backlot.workflow.RecentRuns;

/// The runs behind the lamp: what ended last in the open show, of the person who works here. For
/// the window's thread.
final class LampViewModel {
    private static final int MOST = 10;

    private final ShellViewModel shell;
    private final ReadOnlyObjectWrapper<Runs> runs = new ReadOnlyObjectWrapper<>(new Runs.Asking());

    LampViewModel(ShellViewModel shell) {
        this.shell = shell;
    }

    /// What is known of the runs.
    sealed interface Runs {
        /// They are being read.
        record Asking() implements Runs {}

        /// No show is open.
        record NoShow() implements Runs {}

        /// They cannot be read, for this reason.
        record Failed(String reason) implements Runs {}

        /// These, the newest first.
        record Found(List<RecentRuns.Run> all) implements Runs {
            public Found {
                all = List.copyOf(all);
            }
        }
    }

    ReadOnlyObjectProperty<Runs> runs() {
        return runs.getReadOnlyProperty();
    }

    /// Reads them from the ledger.
    void ask() {
        shell.show().get().ifPresentOrElse(this::ask, () -> runs.set(new Runs.NoShow()));
    }

    private void ask(OpenShow show) {
        Maker reader = show.everyday(Role.ARTIST).maker();
        show.ask(
                production -> new RecentRuns(production).of(reader, MOST),
                found -> runs.set(new Runs.Found(found)),
                failure -> runs.set(new Runs.Failed(String.valueOf(failure.getMessage()))));
    }
}
