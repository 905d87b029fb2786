package studio.backlot.diffusion;

import java.util.Optional;

/// Where a run's checkpoints are kept, and from where it goes on after it was cut short.
///
/// Called on the working thread. What `keep` throws ends the run.
public interface Checkpoints {
    /// Keeps none and has none.
    Checkpoints NONE =
            new Checkpoints() {
                @Override
                public Optional<DenoisingCheckpoint> newest() {
                    return Optional.empty();
                }

                @Override
                public boolean isDue() {
                    return false;
                }

                @Override
                public void keep(DenoisingCheckpoint checkpoint) {}
            };

    /// The newest one of this run, if there is one.
    Optional<DenoisingCheckpoint> newest();

    /// Whether one is wanted now; asked after each step.
    boolean isDue();

    /// Keeps a checkpoint in the place of the one before. It is the keeper's: nobody changes it any
    /// more.
    void keep(DenoisingCheckpoint checkpoint);
}
