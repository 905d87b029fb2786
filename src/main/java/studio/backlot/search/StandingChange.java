package studio.backlot.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;

/// What the index is to keep of what was read up to an entry, all of it in one commit.
///
/// `upTo`: entries before this index were read. `openQuestions`: how many are unanswered, by asset.
/// `persons`: whose keys the makers signed with, by the key, nobody where nobody is enrolled with
/// it. `heldBack`: drafts that other machines kept, by their production.
public record StandingChange(
        long upTo,
        List<AssetFacts> imported,
        List<SlotPlace> slots,
        List<AssetStanding> standings,
        Map<ContentHash, Integer> openQuestions,
        Map<ContentHash, Optional<UUID>> persons,
        Map<UUID, Long> heldBack) {
    public StandingChange {
        imported = List.copyOf(imported);
        slots = List.copyOf(slots);
        standings = List.copyOf(standings);
        openQuestions = Map.copyOf(openQuestions);
        persons = Map.copyOf(persons);
        heldBack = Map.copyOf(heldBack);
    }

    /// That nothing was new up to an entry.
    public static StandingChange nothing(long upTo) {
        return questions(upTo, Map.of());
    }

    /// That so many questions are open.
    public static StandingChange questions(long upTo, Map<ContentHash, Integer> open) {
        return new StandingChange(upTo, List.of(), List.of(), List.of(), open, Map.of(), Map.of());
    }

    /// A slot, its path in words (empty where it was removed), every node above it from the top
    /// down, and the newest version that was handed in for it.
    public record SlotPlace(UUID slot, String path, List<UUID> above, long newestVersion) {
        public SlotPlace {
            above = List.copyOf(above);
        }
    }
}
