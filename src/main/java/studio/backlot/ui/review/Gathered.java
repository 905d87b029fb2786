package studio.backlot.ui.review;

import java.util.Optional;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.workflow.AssetCard;

/// A verdict that is decided and not yet signed: about which asset and use, what, why. `refusal` is
/// why it could not be recorded, where that was tried.
record Gathered(
        AssetCard card,
        UseLabel use,
        ReviewState decision,
        String reason,
        Optional<String> refusal) {
    Gathered refused(String why) {
        return new Gathered(card, use, decision, reason, Optional.of(why));
    }

    /// Whether it is about the same thing as another one.
    boolean isAbout(Gathered other) {
        return card.asset().equals(other.card.asset()) && use == other.use;
    }
}
