package studio.backlot.workflow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.Register;
import studio.backlot.clearance.UseCase;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;

/// Asks every rule that stands before a run, and records a refusal.
///
/// What the rules say in words may quote a person's words or a listed name, so it is kept as a
/// payload; the record itself holds the rule's name, what it decided, and by which policy.
public final class RunGates {
    /// The label of an intent that holds what was decided before it.
    public static final String DECISIONS = "decisions";

    /// The label of a refused act.
    public static final String DECISION = "decision";

    private final OpenProduction production;
    private final InstantSource clock;

    public RunGates(OpenProduction production, InstantSource clock) {
        this.production = production;
        this.clock = clock;
    }

    /// What was decided before a run that may begin, and the use case that it belongs to.
    record Passed(
            FollowPolicy.InForce policy,
            List<Decision> decisions,
            Optional<UseCase> useCase,
            List<ConsentGate.Used> consents) {
        Passed {
            decisions = List.copyOf(decisions);
            consents = List.copyOf(consents);
        }

        /// What was decided under the same policy after the run.
        Passed then(Decision later) {
            return new Passed(policy, List.of(later), useCase, consents);
        }

        /// The words of the open questions, in the order of the decisions.
        List<PayloadDraft> details() {
            return RunGates.details(decisions);
        }

        /// Label [#DECISIONS], with the references of [#details].
        JsonArray toJson(List<PayloadReference> details) {
            return RunGates.toJson(policy, decisions, details);
        }
    }

    /// Asks the rules about one plate. Throws [ActRefused] when one of them refuses it; that is
    /// recorded then, and no intent is.
    Passed ask(PlateOrder order) {
        FollowPolicy.InForce policy = new FollowPolicy(production).inForce(order.by());
        Register register = production.register();
        Optional<UseCase> useCase = useCase(order, register);
        List<Decision> decisions = new ArrayList<>();
        decisions.add(policy.policy().licence(order.pack().licence()));
        decisions.add(policy.policy().useCase(useCase, order.use()));
        ConsentGate.Asked consents =
                new ConsentGate(production, policy.policy(), clock.instant()).ask(order);
        decisions.addAll(consents.decisions());
        List<Decision.Refused> refusals = Decision.refusals(decisions);
        if (!refusals.isEmpty()) {
            refuse(order, policy, decisions);
            throw new ActRefused(refusals);
        }
        return new Passed(policy, decisions, useCase, consents.used());
    }

    /// The questions that the rules left open before and after the run of this outcome; where the
    /// words were erased or are sealed, the rule's name stands alone.
    public static List<Decision.Question> questions(
            OpenProduction production, LedgerEntry outcome) {
        Optional<LedgerEntry> intent =
                RunEntries.intentOf(outcome.assertions()).flatMap(production.ledger()::entry);
        return Stream.concat(intent.stream(), Stream.of(outcome))
                .flatMap(RunGates::recordedQuestions)
                .map(one ->
                        new Decision.Question(one.text("rule").orElse(""), words(production, one)))
                .toList();
    }

    /// The decisions under [#DECISIONS] of an entry that left a question open.
    static Stream<JsonObject> recordedQuestions(LedgerEntry entry) {
        return entry.assertions().array(DECISIONS).stream()
                .flatMap(List::stream)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(one -> one.text("decision").equals(Optional.of("question")));
    }

    private static String words(OpenProduction production, JsonObject decision) {
        return decision.object("detail")
                .map(PayloadReference::parse)
                .map(production.payloads()::open)
                .map(found -> found instanceof PayloadContent.Open open ? open.text() : "")
                .orElse("");
    }

    private static Optional<UseCase> useCase(PlateOrder order, Register register) {
        return order.useCase().isPresent()
                ? Optional.of(DeclareUseCase.require(register, order.useCase().get()))
                : register.useCases().forNode(List.of());
    }

    private void refuse(PlateOrder order, FollowPolicy.InForce policy, List<Decision> decisions) {
        List<PayloadReference> details = production.payloads().putAll(details(decisions));
        JsonArray all = toJson(policy, decisions, details);
        var assertions =
                new JsonBuilder()
                        .put(DECISION, refused("generate", all))
                        .put(DECISIONS, all)
                        .put("use", new JsonBuilder().put("label", order.use().wireName()).build());
        production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.POLICY,
                                order.by(),
                                Optional.empty(),
                                assertions.build()));
    }

    /// The first refusal, with what was to be done.
    private static JsonObject refused(String act, JsonArray all) {
        var json = new JsonBuilder().put("act", act);
        all.elements().stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.text("decision").equals(Optional.of("refused")))
                .findFirst()
                .ifPresent(first -> first.members().forEach(json::put));
        return json.build();
    }

    private static List<PayloadDraft> details(List<Decision> decisions) {
        return decisions.stream()
                .map(RunGates::explanation)
                .flatMap(Optional::stream)
                .map(words -> PayloadDraft.of(PayloadKind.NOTE, words))
                .toList();
    }

    private static Optional<String> explanation(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> Optional.empty();
            case Decision.Question question -> Optional.of(question.explanation());
            case Decision.Refused refused -> Optional.of(refused.explanation());
        };
    }

    private static JsonArray toJson(
            FollowPolicy.InForce policy, List<Decision> decisions, List<PayloadReference> details) {
        List<JsonObject> all = new ArrayList<>();
        int next = 0;
        for (Decision decision : decisions) {
            var json =
                    new JsonBuilder()
                            .put("rule", decision.rule())
                            .put("decision", decision.wireName())
                            .put("policy", policy.file().hex());
            if (explanation(decision).isPresent()) {
                json.put("detail", details.get(next++).toJson());
            }
            all.add(json.build());
        }
        return new JsonArray(new ArrayList<>(all));
    }
}
