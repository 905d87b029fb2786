package studio.backlot.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;

/// What a card says of its asset, in words and by its mark.
public final class CardWords {
    private final Words words;

    public CardWords(Locale locale) {
        words = Words.of("gallery", locale);
    }

    /// Where it belongs, such as `LH 020 030 · background`.
    public String title(AssetCard card) {
        String path = card.path();
        int slot = path.lastIndexOf('/');
        if (path.isEmpty()) {
            return words.get("card.noSlot");
        }
        return slot < 0
                ? path
                : words.get(
                        "card.title",
                        path.substring(0, slot).replace('/', ' '),
                        path.substring(slot + 1));
    }

    /// Version, use and maker, such as `v003 · final · Ada`.
    public String line(AssetCard card) {
        List<String> parts = new ArrayList<>();
        card.standing().version().ifPresent(version -> parts.add(version(version)));
        card.standing().use().ifPresent(use -> parts.add(words.get("use." + use.wireName())));
        parts.add(card.made().by());
        return String.join(words.get("card.between"), parts);
    }

    /// A version as it is written.
    public String version(long number) {
        return words.get("card.version", String.format(Locale.ROOT, "%03d", number));
    }

    /// What is most worth knowing: open questions, else where it stands.
    public String standing(AssetCard card) {
        int open = card.standing().openQuestions();
        if (open > 0) {
            return words.get("card.open", open);
        }
        return card.standing().isChangedSinceApproved()
                ? words.get("card.changed")
                : words.get("card.state." + card.standing().state().wireName());
    }

    /// The token whose colour the standing has.
    public String tone(AssetCard card) {
        boolean isOpen =
                card.standing().openQuestions() > 0 || card.standing().isChangedSinceApproved();
        boolean isWaiting = mark(card) == Mark.IN_REVIEW;
        return isOpen ? "open" : isWaiting ? "quiet" : mark(card).tone();
    }

    /// The mark of where it stands.
    public Mark mark(AssetCard card) {
        return switch (card.standing().state()) {
            case DRAFT -> Mark.DRAFT;
            case IN_REVIEW -> Mark.IN_REVIEW;
            case APPROVED -> Mark.APPROVED;
            case CHANGES_REQUESTED -> Mark.CHANGES;
            case REJECTED -> Mark.REJECTED;
        };
    }

    /// The whole card in one sentence, for who does not see it.
    public String spoken(AssetCard card) {
        return words.get(
                "card.spoken",
                title(card),
                line(card),
                words.get("card.state." + card.standing().state().wireName()),
                card.standing().openQuestions());
    }

    /// The words of the gallery. What stands in place of a picture whose file is not there.
    String missing() {
        return words.get("card.missing");
    }

    Words words() {
        return words;
    }
}
