package studio.backlot.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Productions;

/// What an append costs beside a bare loop of the same durable work, whether it stays flat as the
/// ledger grows, and how much memory stays taken. Leaves the long ledger for the verifier's
/// measurement.
public final class LedgerBench {
    private static final int APPENDS = 600;
    private static final int PAIRS = 9;
    private static final int BATCH = 2_048;
    private static final int HEAD_BYTES = 700;
    private static final long SMALLEST = 1_000;
    private static final int SLOPE_ROUNDS = 5;
    private static final int SLOPE_APPENDS = 200;
    private static final int VERIFY_ROUNDS = 3;

    private final Productions productions;
    private final Path verifier;
    private final OwnPerson person;
    private final Signatory by;
    private long number;

    /// `person` signs every entry; `verifier` is the launcher of the verifier.
    public LedgerBench(Productions productions, OwnPerson person, Path verifier) {
        this.productions = productions;
        this.person = person;
        by = Signatory.of(person.person().name(), Role.ARTIST, person.everyday());
        this.verifier = verifier;
    }

    /// Measures on a fresh production in this folder, which grows to about `entries` entries.
    public JsonObject run(Path folder, long entries) throws Exception {
        var details = new NewProduction("bench", PolicyPreset.SOLO, person, Optional.empty());
        var json = new JsonBuilder();
        try (OpenProduction production = productions.create(folder.resolve("show"), details);
                BareLoop bare = BareLoop.open(folder)) {
            var growth = new Growth();
            measureAt(SMALLEST, production, growth);
            json.put(
                    "appendToBareLoop",
                    PairedMeasurement.run(
                                    PAIRS,
                                    () -> appendSeconds(production, APPENDS),
                                    () -> bareSeconds(bare, production))
                            .toJson());
            for (long target = SMALLEST * 10; target < entries; target *= 10) {
                measureAt(target, production, growth);
            }
            measureAt(entries, production, growth);
            json.put("growth", growth.toJson());
        }
        return json.put("verify", verify(folder.resolve("show"))).build();
    }

    /// The verifier as a whole process on the long ledger, beside the same process on an idle word.
    private JsonObject verify(Path show) throws Exception {
        ChildRun idle = ChildRun.of(List.of(verifier.toString(), "--help"), Map.of());
        double[] seconds = new double[VERIFY_ROUNDS];
        long peak = 0;
        for (int i = 0; i < VERIFY_ROUNDS; i++) {
            ChildRun run = ChildRun.of(List.of(verifier.toString(), show.toString()), Map.of());
            if (run.exitCode() != 0) {
                throw new IllegalStateException(
                        "the verifier ended with " + run.exitCode() + " on a clean ledger");
            }
            seconds[i] = run.seconds();
            peak = Math.max(peak, run.peakResidentKilobytes());
        }
        return new JsonBuilder()
                .put("seconds", JsonNumber.of(PairedMeasurement.median(seconds)))
                .put("peakResidentKilobytes", peak)
                .put("idleResidentKilobytes", idle.peakResidentKilobytes())
                .build();
    }

    private double appendSeconds(OpenProduction production, int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i += 2) {
            UUID job = UUID.randomUUID();
            long intent =
                    production
                            .ledger()
                            .append(SampleRuns.intent(job, number++, text(production), by))
                            .index();
            production.ledger().append(SampleRuns.outcome(job, intent, text(production), by));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private PayloadReference text(OpenProduction production) {
        return production.payloads().putAll(List.of(SampleRuns.prompt(number))).getFirst();
    }

    private static double bareSeconds(BareLoop bare, OpenProduction production) throws Exception {
        int entryBytes =
                production
                        .ledger()
                        .entry(production.ledger().head().checkpoint().size() - 1)
                        .orElseThrow()
                        .bytes()
                        .length;
        int payloadBytes = SampleRuns.prompt(0).content().length + 32 + 12 + 16 + 8;
        long start = System.nanoTime();
        bare.run(APPENDS, payloadBytes, entryBytes, HEAD_BYTES);
        return (System.nanoTime() - start) / 1e9;
    }

    /// Single appends at about `size` entries; the rows up to there are filled in batches.
    private void measureAt(long size, OpenProduction production, Growth growth) {
        fill(production, size);
        growth.sizes.add(JsonNumber.of(production.ledger().head().checkpoint().size()));
        growth.micros.add(JsonNumber.of(microsPerAppend(production)));
        growth.heap.add(JsonNumber.of(heapBytes()));
    }

    private double microsPerAppend(OpenProduction production) {
        double[] rounds = new double[SLOPE_ROUNDS];
        for (int round = 0; round < SLOPE_ROUNDS; round++) {
            rounds[round] = appendSeconds(production, SLOPE_APPENDS) / SLOPE_APPENDS * 1e6;
        }
        return PairedMeasurement.median(rounds);
    }

    /// Fills with pairs of intent and outcome, many in one transaction.
    private void fill(OpenProduction production, long target) {
        long size = production.ledger().head().checkpoint().size();
        while (size + 2 <= target) {
            int count = (int) Math.min(2L * BATCH, (target - size) / 2 * 2);
            List<PayloadDraft> prompts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                prompts.add(SampleRuns.prompt(number + i));
            }
            List<PayloadReference> references = production.payloads().putAll(prompts);
            List<EntryDraft> drafts = new ArrayList<>(count);
            for (int i = 0; i < references.size(); i += 2) {
                UUID job = UUID.randomUUID();
                drafts.add(SampleRuns.intent(job, number++, references.get(i), by));
                drafts.add(SampleRuns.outcome(job, size, references.get(i + 1), by));
                size += 2;
            }
            production.ledger().appendAll(drafts);
        }
    }

    private static long heapBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// A fresh folder for one measurement.
    public static Path temporaryFolder() throws IOException {
        return Files.createTempDirectory("backlot-bench");
    }

    /// Deletes a folder of the measurement.
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// What single appends took and what memory stayed taken, by the size of the ledger.
    private static final class Growth {
        private final List<JsonNumber> sizes = new ArrayList<>();
        private final List<JsonNumber> micros = new ArrayList<>();
        private final List<JsonNumber> heap = new ArrayList<>();

        JsonObject toJson() {
            return new JsonBuilder()
                    .put("sizes", sizes)
                    .put("microsecondsPerAppend", micros)
                    .put("heapBytes", heap)
                    .put(
                            "slope",
                            JsonNumber.of(
                                    micros.getLast().asDouble() / micros.getFirst().asDouble()))
                    .build();
        }
    }
}
