package studio.backlot.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.provenance.KnownKey;
import studio.backlot.provenance.OutsideCheckpoint;
import studio.backlot.provenance.VerificationReport;

/// Verifies the ledger of a folder from its raw bytes, whether or not Backlot could open it.
@FunctionalInterface
public interface VerifyLedger {
    /// Verifies and reports; never stops at the first finding, never changes anything.
    VerificationReport run(Question question, Progress progress, Cancellation cancellation);

    /// What to verify: the production, checkpoints had from outside, the log's key had by another
    /// way, and the folders in which model files are hashed again (none: models are not checked),
    /// and whether the signatures of every entry are checked.
    record Question(
            Path folder,
            List<OutsideCheckpoint> outside,
            Optional<KnownKey> key,
            List<Path> modelRoots,
            boolean isOfAllSignatures) {
        public Question {
            outside = List.copyOf(outside);
            modelRoots = List.copyOf(modelRoots);
        }
    }
}
