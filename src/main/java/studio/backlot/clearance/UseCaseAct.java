package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.UseCase.Answered;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadReference;

/// What an entry does to a use case, as its label `useCase` says it.
public sealed interface UseCaseAct {
    /// The label in an entry's assertions.
    String LABEL = "useCase";

    UUID id();

    /// The label's value.
    JsonObject toJson();

    /// The use case is declared; nothing is answered yet.
    record Declare(UUID id, PayloadReference title, Set<Area> areas, Optional<UUID> node)
            implements UseCaseAct {
        public Declare {
            areas = Set.copyOf(areas);
        }

        @Override
        public JsonObject toJson() {
            return new JsonBuilder()
                    .put("act", "add")
                    .put("id", id.toString())
                    .put("title", title.toJson())
                    .put(
                            "areas",
                            areas.stream()
                                    .sorted()
                                    .map(area -> new JsonString(area.wireName()))
                                    .toList())
                    .put("node", node.map(UUID::toString))
                    .build();
        }
    }

    /// Principles are answered, for the first time or anew.
    record Answers(UUID id, Map<Principle, Answered> answers) implements UseCaseAct {
        public Answers {
            if (answers.isEmpty()) {
                throw new IllegalArgumentException("an answer needs at least one principle");
            }
            answers = Map.copyOf(answers);
        }

        @Override
        public JsonObject toJson() {
            List<JsonObject> said = new ArrayList<>();
            new EnumMap<>(answers)
                    .forEach((principle, answered) -> said.add(json(principle, answered)));
            return new JsonBuilder()
                    .put("act", "answer")
                    .put("id", id.toString())
                    .put("answers", said)
                    .build();
        }

        private static JsonObject json(Principle principle, Answered answered) {
            var json =
                    new JsonBuilder()
                            .put("principle", principle.wireName())
                            .put("answer", answered.answer().wireName());
            answered.note().ifPresent(note -> json.put("note", note.toJson()));
            answered.document()
                    .ifPresent(hash ->
                            json.put(
                                    "document",
                                    new JsonBuilder().put("asset", hash.hex()).build()));
            return json.build();
        }
    }

    /// A producer decides about the use case as it stands: `state` is [UseCase#state] of what they
    /// saw, so that the decision counts for nothing else.
    record Decide(UUID id, boolean isApproved, ContentHash state, PayloadReference reason)
            implements UseCaseAct {
        @Override
        public JsonObject toJson() {
            return new JsonBuilder()
                    .put("act", "decide")
                    .put("id", id.toString())
                    .put("decision", isApproved ? "approved" : "refused")
                    .put("state", state.hex())
                    .put("reason", reason.toJson())
                    .build();
        }
    }

    /// Reads what [#toJson] wrote; throws [MalformedEntry].
    static UseCaseAct parse(JsonObject json) {
        try {
            UUID id = UUID.fromString(json.text("id").orElseThrow(() -> missing("id")));
            return switch (json.text("act").orElse("")) {
                case "add" ->
                        new Declare(
                                id,
                                reference(json, "title").orElseThrow(() -> missing("title")),
                                areas(json),
                                json.text("node").map(UUID::fromString));
                case "answer" -> new Answers(id, answers(json));
                case "decide" ->
                        new Decide(
                                id,
                                isApproved(json),
                                new ContentHash(json.text("state").orElse("")),
                                reference(json, "reason").orElseThrow(() -> missing("reason")));
                default -> throw missing("act");
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedEntry("its use case is malformed: " + e.getMessage());
        }
    }

    private static boolean isApproved(JsonObject json) {
        return switch (json.text("decision").orElse("")) {
            case "approved" -> true;
            case "refused" -> false;
            default -> throw missing("decision");
        };
    }

    private static Set<Area> areas(JsonObject json) {
        Set<Area> areas = new LinkedHashSet<>();
        for (JsonValue value : json.array("areas").orElse(List.of())) {
            areas.add(
                    Area.ofWireName(value instanceof JsonString text ? text.value() : "")
                            .orElseThrow(() -> missing("areas")));
        }
        return areas;
    }

    private static Map<Principle, Answered> answers(JsonObject json) {
        Map<Principle, Answered> answers = new EnumMap<>(Principle.class);
        for (JsonValue value : json.array("answers").orElse(List.of())) {
            if (!(value instanceof JsonObject one)) {
                throw missing("answers");
            }
            var answered =
                    new Answered(
                            Answer.ofWireName(one.text("answer").orElse(""))
                                    .orElseThrow(() -> missing("answer")),
                            reference(one, "note"),
                            one.object("document")
                                    .map(document ->
                                            new ContentHash(document.text("asset").orElse(""))));
            Principle principle =
                    Principle.ofWireName(one.text("principle").orElse(""))
                            .orElseThrow(() -> missing("principle"));
            if (answers.put(principle, answered) != null) {
                throw new MalformedEntry(principle.wireName() + " is answered twice in one entry");
            }
        }
        return answers;
    }

    private static Optional<PayloadReference> reference(JsonObject json, String name) {
        return json.object(name).map(PayloadReference::parse);
    }

    private static MalformedEntry missing(String name) {
        return new MalformedEntry(
                "the member \"" + name + "\" of its use case is missing or of another kind");
    }
}
