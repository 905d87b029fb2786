package studio.backlot.clearance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.provenance.PayloadReference;

/// One purpose that a production uses generated material for, declared before work begins: the five
/// principles answered, the areas it touches, where in the show it holds, and what a producer said.
///
/// `node` is the place in the show tree; none means the whole show. `makers` are who declared and
/// answered it, `decidedBy` is who approved or refused it as it stands.
public record UseCase(
        UUID id,
        PayloadReference title,
        Map<Principle, Answered> answers,
        Set<Area> areas,
        Optional<UUID> node,
        Standing standing,
        Work makers,
        Optional<UUID> decidedBy) {
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
        REFUSED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
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

    /// Whether somebody approved it who had declared or answered it.
    public boolean isSelfApproved() {
        return standing == Standing.APPROVED
                && decidedBy.filter(makers.makers()::contains).isPresent();
    }

    /// Fixes all that a producer decides about: two use cases of the same state say the same, on
    /// whatever machine. Texts go in by their commitments.
    public ContentHash state() {
        var said = new JsonBuilder();
        answers.forEach((principle, answered) ->
                said.put(
                        principle.wireName(),
                        new JsonBuilder()
                                .put("answer", answered.answer().wireName())
                                .put("note", answered.note().map(note -> note.commitment().hex()))
                                .put("document", answered.document().map(ContentHash::hex))
                                .build()));
        return ContentHash.of(
                CanonicalJson.bytes(
                        new JsonBuilder()
                                .put("id", id.toString())
                                .put("title", title.commitment().hex())
                                .put("answers", said.build())
                                .put(
                                        "areas",
                                        areas.stream()
                                                .sorted()
                                                .map(area -> new JsonString(area.wireName()))
                                                .toList())
                                .put("node", node.map(UUID::toString))
                                .build()));
    }
}
