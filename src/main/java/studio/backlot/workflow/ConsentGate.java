package studio.backlot.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Approver;
import studio.backlot.clearance.ConsentCheck;
import studio.backlot.clearance.ConsentSubject;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.EnglishWords;
import studio.backlot.clearance.ListedName;
import studio.backlot.clearance.NameGate;
import studio.backlot.clearance.NameHit;
import studio.backlot.clearance.Overrides;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.Stance;
import studio.backlot.clearance.Work;

/// Asks the consent register before a run: about the likenesses that the person declares, and about
/// the names and titles that the prompts hold.
///
/// A declared consent must be live, whatever the policy says; a name without a live consent stops
/// or stays a question as the policy has it. A live consent leaves one question, whether the use is
/// within the scope that was agreed to in words.
final class ConsentGate {
    /// The label of an intent that names the consents it rests on or touches.
    static final String CONSENTS = "consents";

    /// The rule that asks whether a use is within the agreed scope.
    static final String SCOPE = "consent-scope";

    /// Characters shown on either side of a name.
    private static final int AROUND = 24;

    private final OpenProduction production;
    private final Policy policy;
    private final ConsentCheck check;

    ConsentGate(OpenProduction production, Policy policy, Instant now) {
        this.production = production;
        this.policy = policy;
        this.check =
                new ConsentCheck(
                        policy,
                        production.description().id(),
                        production.description().name(),
                        now);
    }

    /// A consent that a run names: whether the person declared it, whether a prompt names its
    /// subject, and the entry of the override that let it pass.
    record Used(UUID consent, boolean isDeclared, boolean isNamed, Optional<Long> override) {
        private Used and(Used other) {
            return new Used(
                    consent,
                    isDeclared || other.isDeclared,
                    isNamed || other.isNamed,
                    override.or(() -> other.override));
        }
    }

    /// What the register says to a run.
    record Asked(List<Decision> decisions, List<Used> used) {}

    /// Label [#CONSENTS].
    static JsonArray toJson(List<Used> used) {
        List<JsonObject> all = new ArrayList<>();
        for (Used one : used) {
            var json =
                    new JsonBuilder()
                            .put("consent", one.consent().toString())
                            .put("declared", one.isDeclared())
                            .put("named", one.isNamed());
            one.override().ifPresent(index -> json.put("override", index));
            all.add(json.build());
        }
        return new JsonArray(new ArrayList<>(all));
    }

    /// Asks about one plate. Throws [EntryUnknown] for a consent that is not in the register.
    Asked ask(PlateOrder order) {
        var answer = new Answer(order);
        List<OpenedConsent> consents = OpenedConsent.all(production);
        for (UUID id : order.likenesses()) {
            answer.declare(
                    consents.stream()
                            .filter(one -> one.consent().id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> RecordConsent.unknown(id)));
        }
        List<ListedName> names = new ArrayList<>();
        consents.forEach(consent -> names.addAll(consent.names()));
        policy.protectedTitles()
                .forEach(title ->
                        names.add(
                                new ListedName(
                                        title, ListedName.Kind.TITLE, Overrides.subject(title))));
        if (!names.isEmpty()) {
            var gate = new NameGate(names, EnglishWords.load());
            answer.search(gate, "prompt", order.request().prompt(), consents);
            answer.search(gate, "negative prompt", order.request().negativePrompt(), consents);
            answer.allow(Policy.LISTED_NAME);
        }
        return answer.asked();
    }

    /// The answer to one order, as it comes together.
    private final class Answer {
        private final Work work;
        private final Set<Decision> decisions = new LinkedHashSet<>();
        private final Map<UUID, Used> used = new LinkedHashMap<>();

        Answer(PlateOrder order) {
            Set<UUID> makers =
                    Approver.of(production.register().persons(), order.by().maker())
                            .map(approver -> Set.of(approver.person()))
                            .orElseGet(Set::of);
            work =
                    new Work(
                            makers,
                            makers.isEmpty() ? Set.of(order.by().maker().name()) : Set.of());
        }

        Asked asked() {
            return new Asked(List.copyOf(decisions), List.copyOf(used.values()));
        }

        void declare(OpenedConsent consent) {
            Optional<ConsentCheck.Clause> unmet = check.unmet(consent.consent(), consent.record());
            if (unmet.isEmpty()) {
                rest(consent, true);
                return;
            }
            ConsentCheck.Clause clause = unmet.get();
            Optional<Overrides.LetPass> override =
                    override(clause.rule(), consent.consent().id().toString());
            use(
                    new Used(
                            consent.consent().id(),
                            true,
                            false,
                            override.map(Overrides.LetPass::index)));
            decisions.add(
                    override.isPresent()
                            ? new Decision.Allowed(clause.rule())
                            : new Decision.Refused(
                                    clause.rule(),
                                    "the consent "
                                            + consent.consent().id()
                                            + " of "
                                            + consent.called()
                                            + " does not cover this: "
                                            + clause.explanation()
                                            + "; record a new one with `backlot consent add`, or have a second person let it pass with `backlot override add --rule "
                                            + clause.rule()
                                            + "`"));
        }

        /// The work rests on a live consent.
        private void rest(OpenedConsent consent, boolean isDeclared) {
            use(new Used(consent.consent().id(), isDeclared, !isDeclared, Optional.empty()));
            decisions.add(
                    new Decision.Question(
                            SCOPE,
                            "is this within what "
                                    + consent.called()
                                    + " agreed to: \""
                                    + consent.record().orElseThrow().scope()
                                    + "\"?"));
        }

        /// Asks about the names in a text, one place after another.
        void search(NameGate gate, String where, String text, List<OpenedConsent> consents) {
            for (List<NameHit> hits : places(gate.hits(text))) {
                hits.stream()
                        .filter(hit -> hit.listed().kind() == ListedName.Kind.TITLE)
                        .forEach(hit -> title(hit.listed(), marked(where, text, hit)));
                List<OpenedConsent> named =
                        consents.stream()
                                .filter(consent ->
                                        hits.stream().anyMatch(hit -> isOf(consent, hit.listed())))
                                .toList();
                if (!named.isEmpty()) {
                    person(named, marked(where, text, hits.getFirst()));
                }
            }
        }

        private static boolean isOf(OpenedConsent consent, ListedName listed) {
            return listed.kind() == ListedName.Kind.PERSON
                    && listed.subject().equals(consent.consent().id().toString());
        }

        /// A person is named, whom these consents are of.
        private void person(List<OpenedConsent> named, String where) {
            Optional<OpenedConsent> live =
                    named.stream()
                            .filter(one -> check.unmet(one.consent(), one.record()).isEmpty())
                            .findFirst();
            if (live.isPresent()) {
                rest(live.get(), false);
                return;
            }
            OpenedConsent last = named.getLast();
            ConsentCheck.Clause clause = check.unmet(last.consent(), last.record()).orElseThrow();
            String rule = clause.rule().equals(ConsentCheck.NOT_GIVEN) ? rule(last) : clause.rule();
            Optional<Overrides.LetPass> override = override(rule, last.consent().id().toString());
            use(new Used(last.consent().id(), false, true, override.map(Overrides.LetPass::index)));
            decisions.add(
                    override.isPresent()
                            ? new Decision.Allowed(rule)
                            : stance(last)
                                    .decide(
                                            rule,
                                            where
                                                    + " names "
                                                    + last.called()
                                                    + ", and no consent covers it ("
                                                    + last.consent().id()
                                                    + ": "
                                                    + clause.explanation()
                                                    + "); take the name out, or record a consent with `backlot consent add`"));
        }

        private String rule(OpenedConsent consent) {
            return switch (consent.consent().terms().about()) {
                case LIKENESS -> Policy.LISTED_NAME;
                case STYLE -> Policy.LIVING_ARTIST;
                case ART -> Policy.THIRD_PARTY_ART;
            };
        }

        private Stance stance(OpenedConsent consent) {
            ConsentSubject about = consent.consent().terms().about();
            return switch (about) {
                case LIKENESS -> policy.consents().listedName();
                case STYLE -> policy.consents().livingArtist();
                case ART -> policy.consents().thirdPartyArt();
            };
        }

        private void title(ListedName title, String where) {
            boolean isOverridden = override(Policy.PROTECTED_TITLE, title.subject()).isPresent();
            decisions.add(
                    isOverridden
                            ? new Decision.Allowed(Policy.PROTECTED_TITLE)
                            : policy.protectedTitle(
                                    where
                                            + " names the protected title \""
                                            + title.name()
                                            + "\"; take it out, or have a second person let it pass with `backlot override add --rule "
                                            + Policy.PROTECTED_TITLE
                                            + "`"));
        }

        /// The rule was asked and nothing was in its way.
        void allow(String rule) {
            if (decisions.stream().noneMatch(decision -> decision.rule().equals(rule))) {
                decisions.add(new Decision.Allowed(rule));
            }
        }

        private Optional<Overrides.LetPass> override(String rule, String subject) {
            return production.register().overrides().of(rule, subject, work, policy);
        }

        private void use(Used one) {
            used.merge(one.consent(), one, Used::and);
        }
    }

    /// Hits that overlap belong to one place.
    private static List<List<NameHit>> places(List<NameHit> hits) {
        List<List<NameHit>> places = new ArrayList<>();
        int end = 0;
        for (NameHit hit : hits) {
            if (places.isEmpty() || hit.from() >= end) {
                places.add(new ArrayList<>());
            }
            places.getLast().add(hit);
            end = Math.max(end, hit.to());
        }
        return places;
    }

    /// Where a name stands, with the name marked in the words around it.
    private static String marked(String where, String text, NameHit hit) {
        int from = whole(text, Math.max(0, hit.from() - AROUND));
        int to = whole(text, Math.min(text.length(), hit.to() + AROUND));
        return "the "
                + where
                + " (\""
                + (from > 0 ? "…" : "")
                + text.substring(from, hit.from())
                + "[["
                + text.substring(hit.from(), hit.to())
                + "]]"
                + text.substring(hit.to(), to)
                + (to < text.length() ? "…" : "")
                + "\")";
    }

    /// The place, moved off the middle of a character.
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                ? at - 1
                : at;
    }
}
