package studio.backlot.clearance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.PayloadReference;

/// One purpose that a production uses generated material for, declared before work begins: the five
/// principles answered, the areas it touches, where in the show it holds, and what a producer said.
///
/// `node` is the place in the show tree; none means the whole show.
public record UseCase(
        UUID id,
        Optional<PayloadReference> title,
        Map<Principle, Answered> answers,
        Set<Area> areas,
        Optional<UUID> node,
        Standing standing) {
    public UseCase {
        answers =
                answers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(answers));
        areas = Set.copyOf(areas);
    }

    /// One answer, with the note and the document (the hash of a kept file) that stand beside it.
    public record Answered(
            Answer answer, Optional<PayloadReference> note, Optional<ContentHash> document) {}

    /// What a producer has said to the answers as they now are; a changed answer takes it back.
    public enum Standing {
        OPEN,
        APPROVED,
        REFUSED
    }

    /// The principles that nobody has answered.
    public List<Principle> unanswered() {
        return Arrays.stream(Principle.values()).filter(q -> !answers.containsKey(q)).toList();
    }

    /// The principles that were answered with no or unsure.
    public List<Principle> doubtful() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue().answer() != Answer.YES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether the answers or one of these areas make it a producer's business.
    public boolean isEscalated(Set<Area> always) {
        return !doubtful().isEmpty() || areas.stream().anyMatch(always::contains);
    }
}
