package studio.backlot.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.provenance.Ledger;
import studio.backlot.search.LedgerIndex;
import studio.backlot.search.sqlite.OwnIndexFile;
import studio.backlot.workflow.IndexSource;

/// The index of whoever follows a production that somebody else writes: made from the ledger when
/// it is first asked for, and gone when it is closed.
///
/// The index inside the production belongs to the writer; two that write it would wait for each
/// other.
final class FollowingIndex implements IndexSource, AutoCloseable {
    private final Path folder;
    private final UUID id;
    private final Ledger ledger;
    private final Executor beside;
    private Optional<Opened> opened = Optional.empty();

    /// The index, and the file that is its own.
    private record Opened(OwnIndexFile file, LazyIndex index) {}

    /// `folder` holds such files of all programs of this account.
    FollowingIndex(Path folder, UUID id, Ledger ledger, Executor beside) {
        this.folder = folder;
        this.id = id;
        this.ledger = ledger;
        this.beside = beside;
    }

    private LazyIndex index() {
        if (opened.isEmpty()) {
            OwnIndexFile file = OwnIndexFile.in(folder, id);
            opened = Optional.of(new Opened(file, new LazyIndex(file.path(), ledger, beside)));
        }
        return opened.get().index();
    }

    @Override
    public synchronized LedgerIndex upToDate(Progress progress, Cancellation cancellation) {
        return index().upToDate(progress, cancellation);
    }

    @Override
    public synchronized long behind() {
        return index().behind();
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(one -> {
            one.index().close();
            one.file().close();
        });
        opened = Optional.empty();
    }
}
