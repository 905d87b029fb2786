package studio.backlot.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which assets to list, and in which order.
///
/// `within` is a node of the show at or above the slot. `states` and `uses` are names as in
/// entries, none for any. `words` are folded ([FoldedWords]); each must occur in the slot's path,
/// the maker's name or the pack's.
public record AssetQuery(
        Viewer viewer,
        Place place,
        Set<String> states,
        Set<String> uses,
        Optional<String> maker,
        List<String> words,
        Wants wants,
        boolean isByPlace) {
    public AssetQuery {
        states = Set.copyOf(states);
        uses = Set.copyOf(uses);
        words = List.copyOf(words);
    }

    /// Who looks: drafts of others are not for them. The person as enrolled, and their name where
    /// no key tells who made a draft.
    public record Viewer(UUID person, String name) {}

    /// Anywhere, within a node of the show, in exactly one slot, or without a slot.
    public sealed interface Place {
        /// Wherever it is.
        record Anywhere() implements Place {}

        /// At or below this node.
        record Within(UUID node) implements Place {}

        /// In this slot.
        record InSlot(UUID slot) implements Place {}

        /// Meant for no slot.
        record NoSlot() implements Place {}
    }

    /// What must be true of an asset besides.
    public record Wants(
            boolean isChanged,
            boolean hasOpenQuestions,
            boolean isWaitingForViewer,
            boolean isStarred,
            Hidden hidden) {}

    /// Whether hidden takes are listed.
    public enum Hidden {
        LEFT_OUT,
        INCLUDED,
        ALONE
    }
}
