package studio.backlot.workflow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import studio.backlot.asset.file.FileAssetStore;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Milestone;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.job.JobState;
import studio.backlot.job.sqlite.SqliteWorkspace;
import studio.backlot.production.ProductionDescription;
import studio.backlot.production.ProductionLayout;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.PayloadStore;
import studio.backlot.provenance.Signatory;
import studio.backlot.provenance.sqlite.LedgerSetup;
import studio.backlot.provenance.sqlite.SqliteLedger;
import studio.backlot.provenance.sqlite.SqlitePayloadStore;

/// A real production in a temporary folder, with runs cut short wherever a test wants them to be.
final class CrashedProduction implements AutoCloseable {
    static final UUID ID = UUID.fromString("6f1c2a34-0000-4000-8000-000000000001");
    static final Maker MIA = new Maker("Mia", Role.ARTIST);
    static final Signatory BY = Signatory.unsigned(MIA);

    /// What its `production.json` would say.
    static final ProductionDescription DESCRIPTION =
            ProductionDescription.of(ID, "Night", Instant.EPOCH);

    final ProductionStores stores;

    private final SqliteWorkspace workspace;
    private final Ledger ledger;
    private final PayloadStore payloads;

    private CrashedProduction(Path folder, SigningKey key, Milestone milestone) {
        var layout = new ProductionLayout(folder);
        var setup =
                LedgerSetup.of(
                                ID,
                                key,
                                () -> Instant.parse("2026-03-01T10:00:00Z"),
                                UUID::randomUUID)
                        .withMilestone(milestone);
        ledger = SqliteLedger.open(layout.ledger(), setup);
        payloads =
                SqlitePayloadStore.open(
                        layout.payload(),
                        folder.resolve("app/payload-key.sqlite"),
                        new SecureRandom(),
                        Milestone.NONE);
        workspace = SqliteWorkspace.open(layout.workspace());
        stores =
                new ProductionStores(
                        ledger,
                        payloads,
                        FileAssetStore.open(layout.assets(), Milestone.NONE),
                        workspace.jobs(),
                        workspace.queue(),
                        workspace.settings());
    }

    /// A new production whose first entry is there and which was recovered once, as its making
    /// does.
    static CrashedProduction create(Path folder, SigningKey key) throws Exception {
        Files.createDirectories(folder);
        var layout = new ProductionLayout(folder);
        SqliteLedger.create(layout.ledger(), ID, key);
        SqlitePayloadStore.create(layout.payload());
        CrashedProduction production = open(folder, key, Milestone.NONE);
        JsonObject first =
                new JsonBuilder()
                        .put(
                                "production",
                                new JsonBuilder()
                                        .put("name", "Night")
                                        .put("preset", "solo")
                                        .put("format", 1)
                                        .build())
                        .build();
        production.ledger.append(
                new EntryDraft(EventType.PRODUCTION, MIA, Optional.empty(), first));
        production.recover(Milestone.NONE);
        return production;
    }

    /// Opens it again; `milestone` is told of the ledger's points.
    static CrashedProduction open(Path folder, SigningKey key, Milestone milestone) {
        return new CrashedProduction(folder, key, milestone);
    }

    /// One run that left these of its pieces behind.
    Run run(int number, Set<Piece> left) {
        UUID job = new UUID(7, number);
        PayloadReference prompt =
                payloads.putAll(List.of(PayloadDraft.of(PayloadKind.PROMPT, "prompt " + number)))
                        .getFirst();
        stores.jobs().start(job, "plate", Instant.EPOCH, List.of(prompt.id()));
        LedgerEntry intent =
                ledger.append(
                        new EntryDraft(
                                EventType.INTENT,
                                MIA,
                                Optional.of(job),
                                new JsonBuilder()
                                        .put(
                                                "request",
                                                new JsonBuilder()
                                                        .put("prompt", prompt.toJson())
                                                        .build())
                                        .build()));
        stores.jobs().noteIntent(job, intent.index());
        byte[] plate = ("plate " + number).getBytes(StandardCharsets.UTF_8);
        JsonObject result = result(intent.index(), ContentHash.of(plate));
        stores.jobs().prepareResult(job, result, List.of());
        if (left.contains(Piece.FILE)) {
            stores.assets().put(plate);
        }
        if (left.contains(Piece.OUTCOME)) {
            ledger.append(new EntryDraft(EventType.OUTCOME, MIA, Optional.of(job), result));
        }
        if (!left.contains(Piece.ROW)) {
            stores.jobs().finish(job, new JobState.Cancelled());
        }
        if (!left.contains(Piece.TEXT)) {
            payloads.erase(Set.of(prompt.id()));
        }
        return new Run(job, intent.index(), ContentHash.of(plate), prompt, result);
    }

    static JsonObject result(long intent, ContentHash plate) {
        return new JsonBuilder()
                .put(
                        "run",
                        new JsonBuilder().put("status", "succeeded").put("intent", intent).build())
                .put(
                        "output",
                        List.of(
                                new JsonBuilder()
                                        .put("asset", plate.hex())
                                        .put("mediaType", "image/png")
                                        .build()))
                .build();
    }

    /// All outcomes of one run.
    List<LedgerEntry> outcomes(Run run) {
        return entries().stream()
                .filter(entry -> entry.event() == EventType.OUTCOME)
                .filter(entry ->
                        RunEntries.intentOf(entry.assertions()).equals(Optional.of(run.intent())))
                .toList();
    }

    List<LedgerEntry> entries() {
        return ledger.entries(0, 10_000);
    }

    /// Its stores as a workflow sees them; they stay this object's to close.
    OpenProduction opened(Path folder) {
        return new OpenProduction(
                new ProductionLayout(folder),
                DESCRIPTION,
                stores.ledger(),
                stores.payloads(),
                stores.assets(),
                stores.jobs(),
                stores.settings(),
                Optional.empty(),
                Optional.empty(),
                new RegisterSource(stores.ledger(), stores.assets()),
                Optional.of(stores.queue()),
                Optional.empty(),
                List.of(),
                () -> {});
    }

    /// Recovers it as the next opening does.
    RecoveryReport recover(Milestone milestone) {
        return RecoverProduction.recover(stores, milestone, BY);
    }

    /// All that recovery may change, without times and ids.
    List<String> state() {
        List<String> state = new ArrayList<>();
        entries()
                .forEach(entry ->
                        state.add(entry.event() + " " + entry.job() + " " + withoutSecrets(entry)));
        state.add("open rows " + stores.jobs().unfinished());
        state.add("payloads " + payloads.ids(0, 10_000));
        try (Stream<ContentHash> assets = stores.assets().list()) {
            state.add("assets " + assets.sorted().toList());
        }
        state.add("mark " + RecoveryMark.read(stores.settings()));
        return state;
    }

    /// Commitments and seals are random: each making of the same production has others.
    private static String withoutSecrets(LedgerEntry entry) {
        return CanonicalJson.text(entry.assertions())
                .replaceAll("\"(commitment|seal)\":\"[0-9a-f]*\"", "");
    }

    @Override
    public void close() {
        workspace.close();
        payloads.close();
        ledger.close();
    }

    /// What a run may leave behind besides its intent.
    enum Piece {
        OUTCOME,
        FILE,
        ROW,
        TEXT
    }

    /// One run as it was made.
    record Run(
            UUID job, long intent, ContentHash asset, PayloadReference prompt, JsonObject result) {}
}
