package studio.backlot.provenance;

import java.util.concurrent.Executor;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;

/// Recomputes a whole ledger from its raw bytes and says everything that does not agree.
///
/// It never stops at the first finding and never repairs. Signatures are checked of the head and of
/// checkpoints. Codes and what to do about each are in `docs/verification.md`. Safe for several
/// threads.
public final class LedgerVerifier {
    private final Executor reading;

    /// `reading` runs the database reads, so that rows are read while earlier ones are hashed on
    /// the calling thread; an executor that runs tasks at once works too. It must not be the
    /// calling thread's own single-thread executor.
    public LedgerVerifier(Executor reading) {
        this.reading = reading;
    }

    /// Verifies; the ports stay open. Reports the stage `verify` in entries. Throws
    /// [studio.backlot.base.Cancelled] when the latch falls.
    public VerificationReport verify(
            VerificationRequest request, Progress progress, Cancellation cancellation) {
        return verify(request, EntryWitness.NONE, progress, cancellation);
    }

    /// Verifies as [#verify], and reports what this witness finds as well.
    public VerificationReport verify(
            VerificationRequest request,
            EntryWitness witness,
            Progress progress,
            Cancellation cancellation) {
        return new Verification(request, witness, reading, progress, cancellation).run();
    }
}
