package studio.backlot.provenance.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import studio.backlot.provenance.Head;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.MalformedNote;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.SignedNote;

/// The file outside the production that holds the newest signed head, by which a restored old copy
/// is noticed.
///
/// It is written by one daemon thread at most half a second after an append, and at closing; a
/// failure is remembered and never reaches the append. `<folder>/<production>.checkpoint` is
/// replaced whole (temporary file, fsync, rename).
final class Anchor implements AutoCloseable {
    private static final long DELAY_MILLIS = 500;

    private final Path file;
    private final ScheduledThreadPoolExecutor writer;
    private final AtomicReference<Optional<SignedNote>> newest =
            new AtomicReference<>(Optional.empty());
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private final AtomicReference<Optional<String>> failure =
            new AtomicReference<>(Optional.empty());

    Anchor(Path folder, UUID production) {
        this.file = folder.resolve(production + ".checkpoint");
        this.writer =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            var thread = new Thread(task, "ledger-anchor");
                            thread.setDaemon(true);
                            return thread;
                        });
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Throws [LedgerFailed] when what is anchored says that the ledger once was longer, or another
    /// one.
    void requireNoContradiction(Head head, NoteKey key) {
        Optional<SignedNote> anchored = anchored(key);
        if (anchored.isEmpty()) {
            return;
        }
        var known = anchored.orElseThrow().checkpoint();
        if (known.size() > head.checkpoint().size()) {
            throw contradicted(
                    "has "
                            + head.checkpoint().size()
                            + " entries, but its anchor shows that it had "
                            + known.size()
                            + ": an older copy was put back, or entries were removed");
        }
        if (known.size() == head.checkpoint().size() && !known.equals(head.checkpoint())) {
            throw contradicted(
                    "has other entries than its anchor shows at the same length of "
                            + known.size()
                            + ": it was continued on two machines, or rewritten");
        }
    }

    private Optional<SignedNote> anchored(NoteKey key) {
        try {
            var note = SignedNote.parse(Files.readString(file));
            if (!note.isSignedBy(key) || !note.checkpoint().origin().equals(key.name())) {
                throw contradicted(
                        "is not the one that its anchor names: the anchor is not signed by this log's key");
            }
            return Optional.of(note);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedNote e) {
            throw contradicted(
                    "cannot be compared with its anchor, which is damaged ("
                            + e.getMessage()
                            + ")");
        } catch (IOException e) {
            remember(e);
            return Optional.empty();
        }
    }

    private LedgerFailed contradicted(String how) {
        return new LedgerFailed(
                "The ledger "
                        + how
                        + ". Nothing is written to it; it can still be read and verified. "
                        + "Put back the newest copy, or, if you know why, move the anchor away: "
                        + file);
    }

    /// Sees to it that this note is written soon, unless a newer one comes before.
    void offer(SignedNote note) {
        newest.set(Optional.of(note));
        if (isScheduled.compareAndSet(false, true)) {
            var _ = writer.schedule(this::writeNewest, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// What prevented the last writing or reading of the anchor; empty when it succeeded.
    Optional<String> failure() {
        return failure.get();
    }

    private synchronized void writeNewest() {
        isScheduled.set(false);
        Optional<SignedNote> due = newest.get();
        if (due.isEmpty()) {
            return;
        }
        try {
            write(due.orElseThrow());
            failure.set(Optional.empty());
            newest.compareAndSet(due, Optional.empty());
        } catch (IOException e) {
            remember(e); // the next append, or closing, tries again
        }
    }

    private void write(SignedNote note) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(note.format().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void remember(IOException e) {
        failure.set(
                Optional.of(
                        "The anchor "
                                + file
                                + " could not be used ("
                                + e
                                + "). The ledger itself is whole; "
                                + "check that the anchor folder exists and may be written."));
    }

    /// Writes what is unwritten and ends the thread.
    @Override
    public void close() {
        writer.shutdown();
        writeNewest();
        try {
            var _ = writer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
