package studio.backlot.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.provenance.Ledger;
import studio.backlot.search.LedgerIndex;
import studio.backlot.search.sqlite.SqliteLedgerIndex;
import studio.backlot.workflow.IndexSource;

/// The index of one production, opened and brought up to date when it is first asked for.
final class LazyIndex implements IndexSource, AutoCloseable {
    private final Path file;
    private final Ledger ledger;
    private final Executor beside;
    private Optional<LedgerIndex> opened = Optional.empty();

    /// Entries are read on `beside` while those before are written.
    LazyIndex(Path file, Ledger ledger, Executor beside) {
        this.file = file;
        this.ledger = ledger;
        this.beside = beside;
    }

    @Override
    public synchronized LedgerIndex upToDate(Progress progress, Cancellation cancellation) {
        LedgerIndex index = index();
        index.catchUp(ledger, progress, cancellation);
        return index;
    }

    private LedgerIndex index() {
        LedgerIndex index = opened.orElseGet(() -> SqliteLedgerIndex.open(file, beside));
        opened = Optional.of(index);
        return index;
    }

    @Override
    public synchronized long behind() {
        return Math.max(0, ledger.head().checkpoint().size() - index().size());
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(LedgerIndex::close);
        opened = Optional.empty();
    }
}
