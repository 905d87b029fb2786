package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;

/// A production's ledger, payloads and assets as raw rows in memory, made as the real ones are, for
/// a test to tamper with.
final class SampleLedger {
    static final SigningKey KEY = SigningKey.generate();
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    final UUID production;
    SigningKey key = KEY;
    final List<RawEntry> entries = new ArrayList<>();
    final List<RawHead> heads = new ArrayList<>();
    final List<RawCheckpoint> checkpoints = new ArrayList<>();
    final Map<Long, RawPayload> payloads = new TreeMap<>();
    final MemoryAssets assets = new MemoryAssets();
    final List<ValidationStatus> structure = new ArrayList<>();
    private final List<Long> erased = new ArrayList<>();
    private final Random random;

    private SampleLedger(Random random) {
        this.random = random;
        this.production = uuid();
    }

    private SampleLedger(Random random, SampleLedger original) {
        this.random = random;
        this.production = original.production;
        this.key = original.key;
    }

    /// A ledger of the production's entry and this many whole runs, each with a prompt and, when it
    /// succeeded, a plate.
    static SampleLedger ofRuns(int runs) {
        SampleLedger sample = empty(new Random(runs));
        for (int i = 0; i < runs; i++) {
            sample.addRun("succeeded");
        }
        return sample.sealed();
    }

    /// A ledger without any entry.
    static SampleLedger bare(Random random) {
        return new SampleLedger(random);
    }

    /// A ledger of only the production's entry.
    static SampleLedger empty(Random random) {
        var sample = new SampleLedger(random);
        sample.append(EventType.PRODUCTION, Optional.empty(), sample.productionAssertions());
        return sample.sealed();
    }

    /// What entry 0 says.
    JsonObject productionAssertions() {
        return new JsonBuilder()
                .put(
                        "production",
                        new JsonBuilder()
                                .put("name", "Harbour")
                                .put("preset", "solo")
                                .put("format", 1)
                                .build())
                .put("logKey", new JsonBuilder().put("key", noteKey().text()).build())
                .build();
    }

    /// A ledger of a random shape that nothing is wrong with.
    static SampleLedger random(Random random) {
        SampleLedger sample = empty(random);
        for (int steps = random.nextInt(12); steps > 0; steps--) {
            switch (random.nextInt(8)) {
                case 0 -> sample.addRun("failed");
                case 1 -> sample.addRun("cancelled");
                case 2 -> sample.addUnfinished();
                case 3 -> sample.addCheckpoint();
                case 4 -> sample.eraseOne();
                case 5 ->
                        sample.append(
                                EventType.REVIEW,
                                Optional.empty(),
                                new JsonBuilder().put("note", RandomJson.value(random, 3)).build());
                default -> sample.addRun("succeeded");
            }
        }
        return sample.sealed();
    }

    NoteKey noteKey() {
        return new NoteKey(Checkpoint.originOf(production), key.verificationKey());
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    LedgerEntry append(EventType event, Optional<UUID> job, JsonObject assertions) {
        var entry =
                new LedgerEntry(
                        entries.size(),
                        uuid(),
                        production,
                        event,
                        START.plusMillis(entries.size() * 1500L),
                        new Maker("Ana", Role.ARTIST),
                        job,
                        assertions);
        entries.add(row(entry.index(), entry.bytes()));
        return entry;
    }

    UUID addUnfinished() {
        UUID job = uuid();
        append(
                EventType.INTENT,
                Optional.of(job),
                new JsonBuilder()
                        .put(
                                "request",
                                new JsonBuilder().put("prompt", addPayload().toJson()).build())
                        .build());
        return job;
    }

    void addRun(String status) {
        UUID job = addUnfinished();
        var assertions = new JsonBuilder().put("run", run(entries.size() - 1, status));
        if (status.equals("succeeded")) {
            ContentHash plate = assets.put(bytes(40));
            assertions.put(
                    "outputs",
                    List.of(
                            new JsonBuilder()
                                    .put("asset", plate.hex())
                                    .put("mediaType", "image/png")
                                    .build()));
        }
        append(EventType.OUTCOME, Optional.of(job), assertions.build());
    }

    static JsonObject run(long intent, String status) {
        return new JsonBuilder().put("intent", intent).put("status", status).build();
    }

    PayloadReference addPayload() {
        long id =
                payloads.keySet().stream().mapToLong(Long::longValue).max().orElse(0)
                        + 1
                        + erased.size();
        byte[] salt = bytes(PayloadCommitment.SALT_LENGTH);
        byte[] text = ("a harbour at dawn " + id).getBytes(StandardCharsets.UTF_8);
        byte[] seal = bytes(32);
        payloads.put(id, new RawPayload(id, seal, kind -> new RawPayload.Opened(salt, text)));
        return new PayloadReference(
                id,
                PayloadKind.PROMPT,
                PayloadCommitment.of(PayloadKind.PROMPT, salt, text),
                ContentHash.ofDigest(seal));
    }

    RawPayload payload(long id) {
        return Optional.ofNullable(payloads.get(id)).orElseThrow();
    }

    void eraseOne() {
        Optional<Long> id = payloads.keySet().stream().findFirst();
        id.ifPresent(this::erase);
    }

    void erase(long id) {
        payloads.remove(id);
        erased.add(id);
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
    }

    /// Keeps a checkpoint of all entries so far, as the ledger does at an export.
    SignedNote addCheckpoint() {
        CompactRange range = range();
        Checkpoint checkpoint =
                new Checkpoint(Checkpoint.originOf(production), range.size(), range.root());
        SignedNote note = SignedNote.sign(checkpoint, key);
        checkpoints.removeIf(row -> row.size() == range.size());
        checkpoints.add(new RawCheckpoint(range.size(), range.root().bytes(), note.format()));
        return note;
    }

    CompactRange range() {
        CompactRange range = CompactRange.empty();
        entries.forEach(entry -> range.append(MerkleTree.leafHash(entry.body())));
        return range;
    }

    /// Makes and signs the head anew over the entries as they are.
    SampleLedger sealed() {
        CompactRange range = range();
        Checkpoint checkpoint =
                new Checkpoint(Checkpoint.originOf(production), range.size(), range.root());
        heads.clear();
        heads.add(
                new RawHead(
                        range.size(),
                        range.root().bytes(),
                        range.frontier(),
                        SignedNote.sign(checkpoint, key).format()));
        return this;
    }

    /// Makes the head anew as someone does who has not got the key: all numbers right, the note as
    /// it was.
    SampleLedger resizedWithoutKey() {
        CompactRange range = range();
        heads.set(
                0,
                new RawHead(
                        range.size(),
                        range.root().bytes(),
                        range.frontier(),
                        heads.getFirst().note()));
        return this;
    }

    RawLedger rawLedger() {
        return new RawLedger() {
            @Override
            public List<ValidationStatus> structure() {
                return structure;
            }

            @Override
            public List<RawHead> heads() {
                return heads;
            }

            @Override
            public List<RawCheckpoint> checkpoints() {
                return checkpoints;
            }

            @Override
            public List<RawEntry> entries(long from) {
                return entries.stream().filter(entry -> entry.index() >= from).limit(5).toList();
            }

            @Override
            public void close() {}
        };
    }

    RawPayloads rawPayloads() {
        return new RawPayloads() {
            @Override
            public List<ValidationStatus> structure() {
                return List.of();
            }

            @Override
            public List<RawPayload> payloads(long from) {
                return payloads.values().stream()
                        .filter(payload -> payload.id() >= from)
                        .limit(3)
                        .toList();
            }

            @Override
            public void close() {}
        };
    }

    VerificationRequest request() {
        return VerificationRequest.of(rawLedger(), rawPayloads(), assets);
    }

    VerificationReport verify() {
        return verify(request());
    }

    static VerificationReport verify(VerificationRequest request) {
        return new LedgerVerifier(Runnable::run).verify(request, Progress.NONE, new Cancellation());
    }

    /// A row with the leaf hash of its bytes.
    static RawEntry row(long index, byte[] body) {
        return new RawEntry(index, eventOf(body), MerkleTree.leafHash(body), body);
    }

    private static String eventOf(byte[] body) {
        try {
            return LedgerEntry.parse(body).event().wireName();
        } catch (MalformedEntry e) {
            return "none";
        }
    }

    /// Replaces an entry's body and its leaf hash.
    void replace(int index, byte[] body) {
        entries.set(index, row(entries.get(index).index(), body));
    }

    /// Replaces an entry's body and leaves its leaf hash as it was.
    void replaceBody(int index, byte[] body) {
        RawEntry old = entries.get(index);
        entries.set(index, new RawEntry(old.index(), old.event(), old.leaf(), body));
    }

    /// A copy that can be changed without this one.
    SampleLedger copy() {
        var copy = new SampleLedger(random, this);
        copy.entries.addAll(entries);
        copy.heads.addAll(heads);
        copy.checkpoints.addAll(checkpoints);
        copy.payloads.putAll(payloads);
        copy.assets.files.putAll(new HashMap<>(assets.files));
        return copy;
    }
}
