package studio.backlot.provenance.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Milestone;
import studio.backlot.base.Progress;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerVerifier;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.MemoryAssets;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.OutsideCheckpoint;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.provenance.VerificationRequest;

/// A production's real databases in a folder, written by the real ledger and payload store.
final class SmallProduction implements AutoCloseable {
    final UUID production = new UUID(11, 4);
    final SigningKey key = SigningKey.generate();
    final MemoryAssets assets = new MemoryAssets();
    final SqliteLedger ledger;
    final SqlitePayloadStore payloads;
    private final Path folder;
    private final Random random;
    private long nextId;

    private SmallProduction(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
        SqliteLedger.create(ledgerFile(), production, key);
        SqlitePayloadStore.create(payloadFile());
        ledger =
                SqliteLedger.open(
                        ledgerFile(),
                        LedgerSetup.of(
                                production,
                                key,
                                () ->
                                        Instant.parse("2026-11-24T08:00:00Z")
                                                .plusMillis(1700 * nextId),
                                () -> new UUID(8, nextId++)));
        payloads =
                SqlitePayloadStore.open(
                        payloadFile(), keyFile(), new SecureRandom(), Milestone.NONE);
        append(
                EventType.PRODUCTION,
                Optional.empty(),
                new JsonBuilder()
                        .put("production", new JsonBuilder().put("name", "Harbour").build())
                        .put("logKey", new JsonBuilder().put("key", noteKey().text()).build())
                        .build());
    }

    /// A production of one run, open for writing.
    static SmallProduction in(Path folder) {
        var production = new SmallProduction(folder, new Random(1));
        production.addRun("succeeded");
        return production;
    }

    /// A production of a random shape that nothing is wrong with.
    static SmallProduction random(Path folder, Random random) {
        var production = new SmallProduction(folder, random);
        for (int steps = random.nextInt(10); steps > 0; steps--) {
            switch (random.nextInt(6)) {
                case 0 -> production.addRun("failed");
                case 1 -> production.addIntent();
                case 2 -> production.ledger.checkpoint();
                case 3 -> production.erase();
                default -> production.addRun("succeeded");
            }
        }
        return production;
    }

    Path ledgerFile() {
        return folder.resolve("ledger.sqlite");
    }

    Path payloadFile() {
        return folder.resolve("payload.sqlite");
    }

    Path keyFile() {
        return folder.resolve("keys.sqlite");
    }

    NoteKey noteKey() {
        return new NoteKey(Checkpoint.originOf(production), key.verificationKey());
    }

    void append(EventType event, Optional<UUID> job, JsonObject assertions) {
        ledger.append(new EntryDraft(event, new Maker("Ana", Role.ARTIST), job, assertions));
    }

    UUID addIntent() {
        PayloadReference prompt =
                payloads.putAll(List.of(PayloadDraft.of(PayloadKind.PROMPT, "a harbour at dawn")))
                        .getFirst();
        UUID job = new UUID(9, nextId++);
        append(
                EventType.INTENT,
                Optional.of(job),
                new JsonBuilder()
                        .put("request", new JsonBuilder().put("prompt", prompt.toJson()).build())
                        .build());
        return job;
    }

    void addRun(String status) {
        UUID job = addIntent();
        byte[] plate = new byte[30];
        random.nextBytes(plate);
        ContentHash asset = assets.put(plate);
        append(
                EventType.OUTCOME,
                Optional.of(job),
                new JsonBuilder()
                        .put(
                                "run",
                                new JsonBuilder()
                                        .put("status", status)
                                        .put("intent", ledger.head().checkpoint().size() - 1)
                                        .build())
                        .put(
                                "outputs",
                                List.of(new JsonBuilder().put("asset", asset.hex()).build()))
                        .build());
    }

    private void erase() {
        payloads.ids(0, 1)
                .forEach(id -> {
                    payloads.erase(Set.of(id));
                    append(
                            EventType.REDACTION,
                            Optional.empty(),
                            new JsonBuilder()
                                    .put(
                                            "erased",
                                            new JsonBuilder()
                                                    .put("payloads", List.of(JsonNumber.of(id)))
                                                    .build())
                                    .build());
                });
    }

    VerificationReport verify() {
        return verify(ledgerFile(), payloadFile(), List.of());
    }

    VerificationReport verify(Path ledgerAt, Path payloadsAt, List<OutsideCheckpoint> outside) {
        try (var rows = SqliteRawLedger.open(ledgerAt);
                var texts = SqliteRawPayloads.open(payloadsAt, keyFile())) {
            return new LedgerVerifier(Runnable::run)
                    .verify(
                            VerificationRequest.of(rows, texts, assets).withOutside(outside),
                            Progress.NONE,
                            new Cancellation());
        }
    }

    /// Copies a closed database.
    static Path copy(Path file, String name) throws IOException {
        Path copy = file.resolveSibling(name);
        Files.write(copy, Files.readAllBytes(file));
        return copy;
    }

    static void remove(Path file) throws IOException {
        for (String end : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        payloads.close();
        ledger.close();
    }
}
