package studio.backlot.workflow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.Principle;
import studio.backlot.clearance.UseCase;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;

/// Reads the use cases of a production with the words that belong to them.
public final class LookAtUseCases {
    private final OpenProduction production;

    public LookAtUseCases(OpenProduction production) {
        this.production = production;
    }

    /// All of them, in the order they were declared.
    public List<UseCaseSheet> all() {
        var texts = new KnownTexts(production);
        Policy policy = new FollowPolicy(production).look().policy();
        return production.register().useCases().all().stream()
                .map(useCase -> sheet(useCase, texts, policy))
                .toList();
    }

    /// One of them.
    UseCaseSheet of(UseCase useCase) {
        return sheet(
                useCase, new KnownTexts(production), new FollowPolicy(production).look().policy());
    }

    private UseCaseSheet sheet(UseCase useCase, KnownTexts texts, Policy policy) {
        Map<Principle, UseCaseSheet.Said> answers = new EnumMap<>(Principle.class);
        useCase.answers()
                .forEach((principle, answered) ->
                        answers.put(
                                principle,
                                new UseCaseSheet.Said(
                                        answered.answer(),
                                        answered.note().flatMap(note -> words(texts, note)),
                                        answered.document())));
        return new UseCaseSheet(
                useCase.id(),
                words(texts, useCase.title()).orElse(""),
                useCase.node(),
                useCase.node().map(production.register().showTree()::words).orElse(""),
                useCase.standing(),
                useCase.isSelfApproved(),
                useCase.isEscalated(policy.useCases().escalated()),
                answers);
    }

    private static Optional<String> words(KnownTexts texts, PayloadReference reference) {
        return texts.open(reference) instanceof PayloadContent.Open open
                ? Optional.of(open.text())
                : Optional.empty();
    }
}
