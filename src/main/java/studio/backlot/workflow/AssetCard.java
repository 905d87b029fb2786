package studio.backlot.workflow;

import java.time.Instant;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetRow;

/// What a card or a row of a table shows of one asset; no text of a person is in it.
///
/// `slot` is the place in the show that the asset is meant for, `key` where the list goes on.
public record AssetCard(
        ContentHash asset,
        Made made,
        Optional<AssetRow.Slot> slot,
        Standing standing,
        Marks marks,
        AssetRow.Key key) {

    /// Which outcome made it, in the ledger of which production; who asked for it, and when it was
    /// done; with which pack; its pixels, 0 where the record does not say.
    public record Made(
            AssetFacts.Origin origin,
            String by,
            Instant time,
            Optional<String> pack,
            AssetFacts.Size size) {}

    /// How it stands for the use it was last handed in for, or is meant for. `version` is there
    /// once it was handed in; `openQuestions` are those its run left that nobody has answered,
    /// without the ones that are asked anew at Submit.
    public record Standing(
            ReviewState state,
            boolean isChangedSinceApproved,
            boolean isSubmitted,
            Optional<Long> version,
            Optional<UseLabel> use,
            int openQuestions) {}

    /// What somebody at this machine marked it with; nothing of it is recorded.
    public record Marks(boolean isStarred, boolean isHidden) {
        /// No mark at all.
        public static final Marks NONE = new Marks(false, false);
    }

    static AssetCard of(AssetRow row) {
        AssetRow.Flags flags = row.flags();
        return new AssetCard(
                row.asset(),
                new Made(row.origin(), row.maker(), row.time(), row.pack(), row.size()),
                row.slot(),
                new Standing(
                        ReviewState.decision(flags.state()).orElse(ReviewState.DRAFT),
                        flags.isChanged(),
                        flags.isSubmitted(),
                        row.version(),
                        row.use().flatMap(UseLabel::ofWireName),
                        row.openQuestions()),
                new Marks(flags.isStarred(), flags.isHidden()),
                row.key());
    }

    /// The path of its slot, such as `101/020/0120/sky`; empty without one.
    public String path() {
        return slot.map(AssetRow.Slot::path).orElse("");
    }
}
