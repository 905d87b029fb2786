package studio.backlot.search;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;

/// How an asset stands by what was handed in and decided: for the index to keep beside it.
///
/// `state` is a name as in entries; `waitingFor` are the persons whom it was handed in to and who
/// have not decided.
public record AssetStanding(
        ContentHash asset,
        Optional<UUID> slot,
        Optional<Long> version,
        Optional<String> use,
        String state,
        boolean isSubmitted,
        boolean isChanged,
        Set<String> waitingFor) {
    public AssetStanding {
        waitingFor = Set.copyOf(waitingFor);
    }
}
