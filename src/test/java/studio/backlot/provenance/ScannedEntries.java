package studio.backlot.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Role;

/// Entries for the scanner to read: one with everything in it that is looked for, and any other
/// assertions.
final class ScannedEntries {
    static final UUID PRODUCTION = UUID.fromString("00000000-0000-4000-8000-0000000000ab");
    static final UUID JOB = UUID.fromString("f0000000-0000-4000-8000-00000000000f");
    static final ContentHash COMMITMENT = ContentHash.of(new byte[] {1});
    static final ContentHash SEAL = ContentHash.of(new byte[] {2});
    static final ContentHash ASSET = ContentHash.of(new byte[] {3});

    private ScannedEntries() {}

    static byte[] entry(JsonObject assertions) {
        return new LedgerEntry(
                        7,
                        UUID.fromString("12345678-9abc-4def-8123-456789abcdef"),
                        PRODUCTION,
                        EventType.OUTCOME,
                        Instant.parse("2026-11-24T10:20:30.456Z"),
                        new Maker("Ana Ñ 🎬", Role.ARTIST),
                        Optional.of(JOB),
                        assertions)
                .bytes();
    }

    static JsonObject rich() {
        return new JsonBuilder()
                .put(
                        "run",
                        new JsonBuilder()
                                .put("intent", 6)
                                .put("status", "succeeded")
                                .put("ok", true)
                                .build())
                .put(
                        "request",
                        new JsonBuilder()
                                .put(
                                        "prompt",
                                        new PayloadReference(
                                                        5, PayloadKind.PROMPT, COMMITMENT, SEAL)
                                                .toJson())
                                .put(
                                        "texts",
                                        List.of(
                                                new PayloadReference(
                                                                9,
                                                                PayloadKind.NOTE,
                                                                SEAL,
                                                                COMMITMENT)
                                                        .toJson()))
                                .put("seed", "123")
                                .build())
                .put(
                        "outputs",
                        List.of(
                                new JsonBuilder()
                                        .put("asset", ASSET.hex())
                                        .put("mediaType", "image/png")
                                        .build()))
                .put("packs", List.of(new JsonBuilder().put("id", "mini").build()))
                .put(
                        "odd \" \\ \n \u0001 names é",
                        new JsonBuilder().put("\ud83d\ude00", 1).put("\ufb33", -0.5e-7 > 0).build())
                .build();
    }
}
