package studio.backlot.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Approver;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;

/// The runs of models that ended last in a production, as one person may see them: their own, the
/// newest first. Reads back from the end of the ledger, a bounded way.
public final class RecentRuns {
    private static final int PAGE = 512;
    private static final int MOST_PAGES = 20;

    private final OpenProduction production;
    private final FindWork works;

    public RecentRuns(OpenProduction production) {
        this.production = production;
        this.works = new FindWork(production);
    }

    /// How a run ended.
    public enum Ending {
        SUCCEEDED,
        FAILED,
        CANCELLED,
        ABANDONED;

        /// The name in records and bundles, such as `succeeded`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One run that ended.
    ///
    /// @param words its prompt; empty where that was erased or cannot be read here
    /// @param pack the name of the pack
    /// @param took from its intent to its outcome
    /// @param reason why it ended so, where it did not succeed
    /// @param service the service outside that it went to; empty for a run on this machine
    public record Run(
            Optional<String> words,
            String pack,
            Instant ended,
            Duration took,
            Ending ending,
            Optional<String> reason,
            Optional<String> service) {}

    /// At most so many runs of this person.
    public List<Run> of(Maker reader, int most) {
        Approver self = works.approver(reader);
        Map<Long, LedgerEntry> outcomes = new HashMap<>();
        List<Run> runs = new ArrayList<>();
        long end = production.ledger().head().checkpoint().size();
        for (int page = 0; page < MOST_PAGES && end > 0 && runs.size() < most; page++) {
            long from = Math.max(0, end - PAGE);
            List<LedgerEntry> entries = production.ledger().entries(from, (int) (end - from));
            for (LedgerEntry entry : entries.reversed()) {
                if (entry.event() == EventType.OUTCOME && works.work(entry).isBy(self)) {
                    RunEntries.intentOf(entry.assertions())
                            .ifPresent(intent -> outcomes.put(intent, entry));
                }
                Optional.ofNullable(outcomes.remove(entry.index()))
                        .ifPresent(outcome -> runs.add(run(entry, outcome)));
            }
            end = from;
        }
        return runs.stream()
                .sorted((one, other) -> other.ended().compareTo(one.ended()))
                .limit(most)
                .toList();
    }

    private Run run(LedgerEntry intent, LedgerEntry outcome) {
        JsonObject end = outcome.assertions().object(RunEntries.RUN).orElse(JsonObject.EMPTY);
        return new Run(
                intent.assertions()
                        .object("request")
                        .flatMap(request -> request.object("prompt"))
                        .flatMap(this::text),
                pack(intent),
                outcome.time(),
                Duration.between(intent.time(), outcome.time()),
                ending(RunEntries.statusOf(outcome.assertions())),
                end.text("reason").or(() -> end.object("reason").flatMap(this::text)),
                outcome.assertions().object("provider").flatMap(one -> one.text("host")));
    }

    private static String pack(LedgerEntry intent) {
        return intent.assertions().array("packs").orElse(List.of()).stream()
                .flatMap(one ->
                        one instanceof JsonObject pack
                                ? pack.text("name").stream()
                                : Stream.<String>empty())
                .findFirst()
                .or(() ->
                        intent.assertions()
                                .object("request")
                                .flatMap(request -> request.text("pack")))
                .orElse("");
    }

    private static Ending ending(String status) {
        return Stream.of(Ending.values())
                .filter(one -> one.wireName().equals(status))
                .findFirst()
                .orElse(Ending.ABANDONED);
    }

    private Optional<String> text(JsonObject reference) {
        try {
            return production.payloads().open(PayloadReference.parse(reference))
                            instanceof PayloadContent.Open open
                    ? Optional.of(open.text())
                    : Optional.empty();
        } catch (MalformedEntry ofTheVerifier) {
            return Optional.empty();
        }
    }
}
