package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.FaceCheck;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.UseCase;
import studio.backlot.clearance.UseLabel;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;

/// Finds what is still open about an asset: the questions that its run left, and the one about its
/// use case and the faces in it, without those that were answered for it, its shot, its sequence,
/// or its use case.
public final class FindQuestions {
    private final OpenProduction production;
    private final FindWork works;
    private final Policy policy;
    private final FaceQuestions faces;

    /// `policy` is the one in force.
    FindQuestions(OpenProduction production, Policy policy, FaceQuestions faces) {
        this.faces = faces;
        this.production = production;
        this.works = new FindWork(production);
        this.policy = policy;
    }

    /// The open questions of an asset for a use. Throws [ActRefused] where a rule forbids the use.
    List<OpenQuestion> open(LedgerEntry outcome, Optional<UUID> slot, UseLabel use) {
        ContentHash asset = FindWork.assetOf(outcome).orElseThrow();
        List<UUID> scopes = scopes(outcome, slot);
        return all(outcome, slot, use).stream()
                .filter(question ->
                        !question.rule().equals(FaceCheck.RULE) || !faces.isAnswered(outcome))
                .filter(question ->
                        production
                                .register()
                                .submissions()
                                .answer(question.rule(), asset, scopes)
                                .isEmpty())
                .toList();
    }

    /// Every question about an asset for a use, answered or not, one for each rule.
    List<OpenQuestion> all(LedgerEntry outcome, Optional<UUID> slot, UseLabel use) {
        ContentHash asset = FindWork.assetOf(outcome).orElseThrow();
        Map<String, OpenQuestion> questions = new LinkedHashMap<>();
        List<LedgerEntry> entries = new ArrayList<>();
        works.intentOf(outcome).ifPresent(entries::add);
        entries.add(outcome);
        entries.stream()
                .flatMap(RunGates::recordedQuestions)
                .filter(decision -> !decision.text("rule").orElse("").equals(Policy.USE_CASE))
                .forEach(decision -> {
                    String rule = decision.text("rule").orElse("");
                    questions.putIfAbsent(
                            rule, new OpenQuestion(asset, rule, explanation(decision)));
                });
        faces.about(outcome)
                .ifPresent(question -> questions.putIfAbsent(question.rule(), question));
        useCaseQuestion(outcome, slot, use)
                .ifPresent(question ->
                        questions.put(
                                question.rule(),
                                new OpenQuestion(asset, question.rule(), question.explanation())));
        return List.copyOf(questions.values());
    }

    /// The use case is asked anew: a producer may have approved it since the run.
    private Optional<Decision.Question> useCaseQuestion(
            LedgerEntry outcome, Optional<UUID> slot, UseLabel use) {
        return switch (policy.useCase(useCase(outcome, slot), use)) {
            case Decision.Allowed allowed -> Optional.empty();
            case Decision.Question question -> Optional.of(question);
            case Decision.Refused refused -> throw new ActRefused(refused);
        };
    }

    private Optional<UseCase> useCase(LedgerEntry outcome, Optional<UUID> slot) {
        return works.useCase(works.intentOf(outcome), slot);
    }

    /// What an answer may have been given for: the nodes from the slot upwards, then the use case.
    private List<UUID> scopes(LedgerEntry outcome, Optional<UUID> slot) {
        List<UUID> scopes = new ArrayList<>(works.path(slot).reversed());
        useCase(outcome, slot).map(UseCase::id).ifPresent(scopes::add);
        return scopes;
    }

    private String explanation(JsonObject decision) {
        Optional<PayloadReference> detail;
        try {
            detail = decision.object("detail").map(PayloadReference::parse);
        } catch (MalformedEntry ofTheVerifier) {
            detail = Optional.empty();
        }
        return detail.map(new KnownTexts(production)::open)
                .map(content ->
                        content instanceof PayloadContent.Open open
                                ? open.text()
                                : "what it was about can no longer be read here")
                .orElse("the rule left a question open");
    }
}
