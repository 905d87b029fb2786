package studio.backlot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.Area;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.Principle;
import studio.backlot.clearance.ShowTree;
import studio.backlot.clearance.UseCase;
import studio.backlot.clearance.UseCase.Answered;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.workflow.FollowPolicy;
import studio.backlot.workflow.KnownTexts;
import studio.backlot.workflow.OpenProduction;

/// What is said of a use case: its answers beside the five questions, none where none was given.
final class UseCaseFacts {
    private final KnownTexts texts;
    private final ShowTree showTree;
    private final Policy policy;

    UseCaseFacts(OpenProduction production) {
        this.texts = new KnownTexts(production);
        this.showTree = production.register().showTree();
        this.policy = new FollowPolicy(production).look().policy();
    }

    JsonObject json(UseCase useCase) {
        return new JsonBuilder()
                .put("id", useCase.id().toString())
                .put("title", words(useCase.title()))
                .put("scope", useCase.node().map(this::place))
                .put(
                        "areas",
                        useCase.areas().stream()
                                .sorted()
                                .map(area -> new JsonString(area.wireName()))
                                .toList())
                .put("answers", answers(useCase))
                .put("escalated", useCase.isEscalated(policy.useCases().escalated()))
                .put("standing", useCase.standing().wireName())
                .put("selfApproved", useCase.isSelfApproved())
                .build();
    }

    private JsonObject answers(UseCase useCase) {
        var all = new JsonBuilder();
        for (Principle principle : Principle.values()) {
            var one = new JsonBuilder().put("statement", principle.statement());
            Answered answered = useCase.answers().get(principle);
            if (answered != null) {
                one.put("answer", answered.answer().wireName())
                        .put("note", answered.note().flatMap(this::words))
                        .put("document", answered.document().map(ContentHash::hex));
            }
            all.put(principle.wireName(), one.build());
        }
        return all.build();
    }

    List<String> lines(UseCase useCase) {
        List<String> lines = new ArrayList<>();
        lines.add(useCase.id() + "  " + words(useCase.title()).orElse("(title erased or sealed)"));
        for (Principle principle : Principle.values()) {
            Answered answered = useCase.answers().get(principle);
            lines.add(
                    "  "
                            + principle.wireName()
                            + "  "
                            + (answered == null ? "not answered" : answered.answer().wireName())
                            + "  "
                            + principle.statement());
            if (answered != null) {
                answered.note()
                        .flatMap(this::words)
                        .ifPresent(note -> lines.add("        note: " + note));
                answered.document().ifPresent(file -> lines.add("        document: " + file.hex()));
            }
        }
        if (!useCase.areas().isEmpty()) {
            lines.add(
                    "  touches "
                            + useCase.areas().stream()
                                    .sorted()
                                    .map(Area::wireName)
                                    .collect(Collectors.joining(", ")));
        }
        lines.add("  holds in " + useCase.node().map(this::place).orElse("the whole show"));
        lines.add("  " + standing(useCase));
        return lines;
    }

    private String standing(UseCase useCase) {
        return switch (useCase.standing()) {
            case APPROVED ->
                    useCase.isSelfApproved()
                            ? "self-approved: whoever answered approved it too"
                            : "approved by a producer";
            case REFUSED -> "refused by a producer";
            case OPEN ->
                    useCase.isEscalated(policy.useCases().escalated())
                            ? "waits for a producer: backlot use-case decide"
                            : useCase.unanswered().isEmpty()
                                    ? "needs no producer"
                                    : "waits for answers: backlot use-case answer";
        };
    }

    /// The path of a node, or its id where it is no longer in the tree.
    private String place(UUID node) {
        String path = showTree.words(node);
        return path.isEmpty() ? node.toString() : path;
    }

    private Optional<String> words(PayloadReference reference) {
        return texts.open(reference) instanceof PayloadContent.Open open
                ? Optional.of(open.text())
                : Optional.empty();
    }
}
