package studio.backlot.ui.gallery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetRow;
import studio.backlot.workflow.AssetCard;

/// Cards of assets that no ledger has, for lists and words.
public final class Cards {
    private static final UUID SLOT = new UUID(0, 1);

    private Cards() {}

    /// Cards with these numbers.
    public static List<AssetCard> numbered(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(number -> card(number, ReviewState.IN_REVIEW, 0))
                .toList();
    }

    /// A card that stands so, with this many open questions.
    public static AssetCard card(long number, ReviewState state, int open) {
        return new AssetCard(
                ContentHash.of(Long.toString(number).getBytes(StandardCharsets.UTF_8)),
                new AssetCard.Made(
                        new AssetFacts.Origin(new UUID(0, 0), number, Optional.empty()),
                        "Ada",
                        Instant.EPOCH,
                        Optional.of("tiny"),
                        new AssetFacts.Size(64, 64)),
                Optional.of(new AssetRow.Slot(SLOT, "LH/020/030/sky")),
                new AssetCard.Standing(
                        state,
                        false,
                        state != ReviewState.DRAFT,
                        Optional.of(3L),
                        Optional.of(UseLabel.FINAL),
                        open),
                AssetCard.Marks.NONE,
                new AssetRow.Key("", number));
    }

    /// A draft that is meant for nothing yet.
    public static AssetCard draft(long number) {
        AssetCard card = card(number, ReviewState.DRAFT, 0);
        return new AssetCard(
                card.asset(),
                card.made(),
                Optional.empty(),
                new AssetCard.Standing(
                        ReviewState.DRAFT, false, false, Optional.empty(), Optional.empty(), 0),
                card.marks(),
                card.key());
    }
}
