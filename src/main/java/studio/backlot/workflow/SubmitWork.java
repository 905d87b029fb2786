package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.FaceCheck;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.Submissions;
import studio.backlot.clearance.UseLabel;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// Hands chosen assets in: the one moment at which a maker's drafts become visible to others.
///
/// Questions that rules left open are answered here, each once; an answer may hold for a shot, a
/// sequence or a use case, and is not asked for again there.
public final class SubmitWork {
    private final OpenProduction production;
    private final Supplier<UUID> ids;
    private final FaceFinderSource faceFinder;
    private final FindWork works;

    public SubmitWork(OpenProduction production, Supplier<UUID> ids, FaceFinderSource faceFinder) {
        this.production = production;
        this.ids = ids;
        this.faceFinder = faceFinder;
        this.works = new FindWork(production);
    }

    /// What is handed in, to whom, for which use. `assets` are record numbers or hashes; `slot` is
    /// a path of the show tree, by default the slot that each asset is assigned to. `answers` are
    /// by rule and hold for the assets, or for all of `answersFor`: a path or the id of a use case.
    public record SubmitOrder(
            List<String> assets,
            Set<String> to,
            UseLabel use,
            Optional<String> slot,
            Map<String, String> answers,
            Optional<String> answersFor,
            Optional<String> note,
            Signatory by) {
        public SubmitOrder {
            assets = List.copyOf(assets);
            to = Set.copyOf(to);
            answers = Map.copyOf(answers);
            if (assets.isEmpty() || to.isEmpty() || to.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(
                        "name at least one asset, and to whom it is handed in");
            }
        }
    }

    /// Records the submission and returns it. Throws [QuestionsOpen] while questions are open, and
    /// [ActRefused] where a rule forbids it, such as handing in another person's draft; nothing is
    /// recorded then.
    public Submission run(SubmitOrder order) {
        Optional<UUID> slot =
                order.slot().map(path -> EditShowTree.slot(production, path)).map(ShowNode::id);
        Map<ContentHash, LedgerEntry> outcomes = new LinkedHashMap<>();
        for (String asset : order.assets()) {
            LedgerEntry outcome = works.outcome(asset);
            requireOwn(outcome, order.by());
            outcomes.put(FindWork.assetOf(outcome).orElseThrow(), outcome);
        }
        List<JsonObject> looks = requireAnswered(order, outcomes, slot);
        UUID id = ids.get();
        append(order, id, items(outcomes, slot), looks);
        return production.register().submissions().of(id).orElseThrow();
    }

    /// A draft is its maker's alone; what was handed in once, anyone may hand in for another use.
    private void requireOwn(LedgerEntry outcome, Signatory by) {
        ContentHash asset = FindWork.assetOf(outcome).orElseThrow();
        boolean isOpenToAll = production.register().submissions().isSubmitted(asset);
        if (!isOpenToAll && !works.work(outcome).isBy(works.approver(by.maker()))) {
            throw new ActRefused(
                    new Decision.Refused(
                            SealedDrafts.RULE,
                            "the plate of record "
                                    + outcome.index()
                                    + " is a draft of "
                                    + outcome.person().name()
                                    + ", who alone hands it in"));
        }
    }

    /// What was found in the pictures, once every question about them is answered.
    private List<JsonObject> requireAnswered(
            SubmitOrder order, Map<ContentHash, LedgerEntry> outcomes, Optional<UUID> slot) {
        Policy policy = new FollowPolicy(production).inForce(order.by()).policy();
        try (var faces = new FaceQuestions(production, policy, faceFinder)) {
            requireAnswered(order, outcomes, slot, new FindQuestions(production, policy, faces));
            return faces.looks();
        }
    }

    private void requireAnswered(
            SubmitOrder order,
            Map<ContentHash, LedgerEntry> outcomes,
            Optional<UUID> slot,
            FindQuestions questions) {
        List<OpenQuestion> all = new ArrayList<>();
        List<OpenQuestion> open = new ArrayList<>();
        outcomes.forEach((asset, outcome) -> {
            Optional<UUID> place = slot.or(() -> works.slotOf(asset));
            all.addAll(questions.all(outcome, place, order.use()));
            open.addAll(questions.open(outcome, place, order.use()));
        });
        for (String rule : order.answers().keySet()) {
            if (all.stream().noneMatch(question -> question.rule().equals(rule))) {
                throw new IllegalArgumentException(
                        "nothing asks about " + rule + " here; leave out that answer");
            }
        }
        open.removeIf(question -> order.answers().containsKey(question.rule()));
        if (!open.isEmpty()) {
            throw new QuestionsOpen(open);
        }
    }

    private List<JsonObject> items(Map<ContentHash, LedgerEntry> outcomes, Optional<UUID> slot) {
        Submissions submissions = production.register().submissions();
        Map<UUID, Long> newest = new HashMap<>();
        List<JsonObject> items = new ArrayList<>();
        outcomes.forEach((asset, outcome) -> {
            Optional<UUID> place = slot.or(() -> works.slotOf(asset));
            long version = submissions.version(asset, place);
            if (place.isPresent() && !isVersionOf(asset, place.get())) {
                version = newest.merge(place.get(), version, (before, now) -> before + 1);
            }
            items.add(item(asset, outcome, version, place));
        });
        return items;
    }

    private boolean isVersionOf(ContentHash asset, UUID slot) {
        return production.register().submissions().versions(slot).stream()
                .anyMatch(item -> item.asset().equals(asset));
    }

    private JsonObject item(
            ContentHash asset, LedgerEntry outcome, long version, Optional<UUID> slot) {
        boolean isOurs = outcome.production().equals(production.ledger().production());
        return new JsonBuilder()
                .put("asset", asset.hex())
                .put(
                        "production",
                        isOurs
                                ? Optional.<String>empty()
                                : Optional.of(outcome.production().toString()))
                .put("outcome", outcome.index())
                .put("version", version)
                .put("slot", slot.map(UUID::toString))
                .build();
    }

    private void append(
            SubmitOrder order, UUID id, List<JsonObject> items, List<JsonObject> looks) {
        Optional<String> scope = order.answersFor().map(this::scope);
        var submit =
                new JsonBuilder()
                        .put("id", id.toString())
                        .put("use", order.use().wireName())
                        .put("to", order.to().stream().sorted().map(JsonString::new).toList())
                        .put("assets", items);
        List<String> rules = order.answers().keySet().stream().sorted().toList();
        List<PayloadDraft> words = new ArrayList<>();
        rules.forEach(rule ->
                words.add(
                        PayloadDraft.of(
                                PayloadKind.NOTE, String.valueOf(order.answers().get(rule)))));
        order.note().ifPresent(note -> words.add(PayloadDraft.of(PayloadKind.NOTE, note)));
        List<PayloadReference> kept =
                words.isEmpty() ? List.of() : production.payloads().putAll(words);
        if (order.note().isPresent()) {
            submit.put("note", kept.getLast().toJson());
        }
        var assertions = new JsonBuilder().put("submit", submit.build());
        if (!looks.isEmpty()) {
            assertions.put(FaceCheck.LABEL, looks);
        }
        if (!rules.isEmpty()) {
            List<JsonObject> answers = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                answers.add(
                        new JsonBuilder()
                                .put("rule", rules.get(i))
                                .put("words", kept.get(i).toJson())
                                .put("holdsFor", scope)
                                .build());
            }
            assertions.put("answers", answers);
        }
        production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.SUBMIT,
                                order.by(),
                                Optional.empty(),
                                assertions.build()));
    }

    /// A node of the show tree by its path, or a use case by its id.
    private String scope(String pathOrUseCase) {
        return production.register().useCases().all().stream()
                .map(useCase -> useCase.id().toString())
                .filter(pathOrUseCase::equals)
                .findFirst()
                .orElseGet(() -> EditShowTree.node(production, pathOrUseCase).id().toString());
    }
}
