package studio.backlot.search;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;

/// One asset as the index knows it.
///
/// `version` is the one that was handed in; `slot` the place in the show that it is meant for.
public record AssetRow(
        Key key,
        ContentHash asset,
        AssetFacts.Origin origin,
        String maker,
        Instant time,
        Optional<String> pack,
        AssetFacts.Size size,
        Optional<Slot> slot,
        Optional<Long> version,
        Optional<String> use,
        Flags flags,
        int openQuestions) {

    /// Where a row stands in a list, so that the next page begins after it: by its place in the
    /// show, or by when it became known alone.
    public record Key(String place, long sequence) {}

    /// A slot of the show and its path; the path is empty where the slot was removed or is not
    /// known.
    public record Slot(UUID id, String path) {}

    /// How it stands: the state by its name in entries, and what is true of it.
    public record Flags(
            String state,
            boolean isSubmitted,
            boolean isChanged,
            boolean isStarred,
            boolean isHidden) {}
}
