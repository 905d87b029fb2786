package studio.backlot.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;

/// What an outcome and its intent say of the asset that the run made; no text of a person is among
/// it.
///
/// `sequence` is its place among all assets, in the order they became known. `questions` are the
/// rules that left a question open, the one about the use case aside, which is asked anew.
public record AssetFacts(
        long sequence,
        ContentHash asset,
        Origin origin,
        Maker maker,
        Instant time,
        Optional<String> pack,
        Optional<String> use,
        Size size,
        Set<String> questions,
        Optional<UUID> useCase) {
    /// Assets that one entry may make known.
    public static final int WITHIN_ENTRY = 20;

    private static final String USE_CASE = "use-case";
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public AssetFacts {
        questions = Set.copyOf(questions);
    }

    /// The outcome, by its index in the ledger of its production, and its intent there where that
    /// is known.
    public record Origin(UUID production, long outcome, Optional<Long> intent) {}

    /// Pixels; 0 where the record does not say.
    public record Size(int width, int height) {}

    /// The asset that an outcome made, if it made one. `knownAt` is the index of the own entry that
    /// made it known, `number` its place among those of that entry.
    public static Optional<AssetFacts> of(
            LedgerEntry outcome, Optional<LedgerEntry> intent, long knownAt, int number) {
        Optional<JsonObject> output =
                outcome.event() == EventType.OUTCOME
                        ? outcome.assertions().object("output")
                        : Optional.empty();
        Optional<ContentHash> asset =
                output.flatMap(one -> one.text("asset"))
                        .filter(ContentHash::isHex)
                        .map(ContentHash::new);
        if (asset.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        Set<String> questions = new TreeSet<>();
        intent.ifPresent(entry -> addQuestions(entry, questions));
        addQuestions(outcome, questions);
        return Optional.of(
                new AssetFacts(
                        sequence(knownAt, number),
                        asset.get(),
                        new Origin(
                                outcome.production(),
                                outcome.index(),
                                intent.map(LedgerEntry::index).or(() -> intentOf(outcome))),
                        intent.map(LedgerEntry::person).orElseGet(outcome::person),
                        outcome.time(),
                        pack(outcome).or(() -> intent.flatMap(AssetFacts::pack)),
                        label(outcome, "use", "label"),
                        new Size(whole(output.get(), "width"), whole(output.get(), "height")),
                        questions,
                        intent.flatMap(entry -> label(entry, "useCase", "id"))
                                .filter(id -> UUID_FORM.matcher(id).matches())
                                .map(UUID::fromString)));
    }

    /// The place of what the own entry at an index made known.
    public static long sequence(long knownAt, int number) {
        return (knownAt << WITHIN_ENTRY) + number;
    }

    /// The index that an outcome gives of its intent.
    public static Optional<Long> intentOf(LedgerEntry outcome) {
        return outcome.assertions()
                .object("run")
                .flatMap(run -> run.number("intent"))
                .map(JsonNumber::literal)
                .filter(digits -> digits.matches("[0-9]{1,15}"))
                .map(Long::parseLong);
    }

    private static Optional<String> label(LedgerEntry entry, String label, String member) {
        return entry.assertions().object(label).flatMap(one -> one.text(member));
    }

    private static Optional<String> pack(LedgerEntry entry) {
        return entry.assertions().array("packs").orElse(List.of()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .flatMap(pack -> pack.text("name").or(() -> pack.text("id")).stream())
                .findFirst();
    }

    private static int whole(JsonObject json, String name) {
        String digits = json.number(name).map(JsonNumber::literal).orElse("");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static void addQuestions(LedgerEntry entry, Set<String> questions) {
        for (JsonValue one : entry.assertions().array("decisions").orElse(List.of())) {
            if (one instanceof JsonObject decision
                    && decision.text("decision").equals(Optional.of("question"))) {
                decision.text("rule")
                        .filter(rule -> !rule.equals(USE_CASE))
                        .ifPresent(questions::add);
            }
        }
    }
}
