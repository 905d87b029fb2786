package studio.backlot.ui.art;

import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.ErasedPictures;
import studio.backlot.workflow.QueuedPlate;

/// One place in the strip of takes: a plate that is recorded, or one that is on its way.
public sealed interface Take {
    /// Recorded; `erased` says by what its picture was deleted, where it was.
    record Made(AssetCard card, Optional<ErasedPictures.Erased> erased) implements Take {
        /// Its file.
        public ContentHash asset() {
            return card.asset();
        }
    }

    /// Waiting, at work, paused, or without a result.
    record Coming(QueuedPlate plate) implements Take {
        /// Its job.
        public UUID job() {
            return plate.id();
        }
    }

    /// This take, where it is recorded.
    default Optional<Made> recorded() {
        return this instanceof Made made ? Optional.of(made) : Optional.empty();
    }

    /// Whether another is the same take, at another moment.
    default boolean isSame(Take other) {
        return switch (this) {
            case Made made -> other instanceof Made also && also.asset().equals(made.asset());
            case Coming coming -> other instanceof Coming also && also.job().equals(coming.job());
        };
    }
}
