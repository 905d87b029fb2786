package studio.backlot.provenance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.identity.SigningKey;

/// One sealed line of the [Ledger]: who did what, when, as canonical JSON of schema v1
/// (`docs/ledger-schema-v1.md`).
///
/// `index` counts from 0. `time` is UTC to the millisecond. The bytes are the leaf's input, so an
/// entry read from a ledger and written again gives the same bytes.
public record LedgerEntry(
        long index,
        UUID entryId,
        UUID production,
        EventType event,
        Instant time,
        Maker person,
        Optional<UUID> job,
        JsonObject assertions,
        Optional<EntrySignature> signature) {
    /// The `schema` member of every entry of version 1.
    public static final String SCHEMA = "backlot.entry/1";

    /// An entry without a signature.
    public LedgerEntry(
            long index,
            UUID entryId,
            UUID production,
            EventType event,
            Instant time,
            Maker person,
            Optional<UUID> job,
            JsonObject assertions) {
        this(index, entryId, production, event, time, person, job, assertions, Optional.empty());
    }

    /// The entry signed by this key, which its person must name.
    public LedgerEntry signedBy(SigningKey key) {
        return withSignature(Optional.of(EntrySignature.of(bytes(), key)));
    }

    /// The bytes that the signature is over: those of the entry without it.
    public byte[] unsignedBytes() {
        return withSignature(Optional.empty()).bytes();
    }

    private LedgerEntry withSignature(Optional<EntrySignature> other) {
        return new LedgerEntry(
                index, entryId, production, event, time, person, job, assertions, other);
    }

    /// Reads an entry from its stored bytes; throws [MalformedEntry] naming what is missing or
    /// wrong.
    public static LedgerEntry parse(byte[] body) {
        JsonObject json;
        try {
            json = JsonReader.parseObject(body);
        } catch (MalformedJson e) {
            throw new MalformedEntry(String.valueOf(e.getMessage()));
        }
        if (!json.text("schema").orElse("").equals(SCHEMA)) {
            throw new MalformedEntry("its schema is " + json.get("schema") + ", not " + SCHEMA);
        }
        try {
            JsonObject person = json.object("person").orElseThrow(() -> missing("person"));
            return new LedgerEntry(
                    json.number("index")
                            .map(JsonNumber::asLong)
                            .orElseThrow(() -> missing("index")),
                    UUID.fromString(required(json, "entryId")),
                    UUID.fromString(required(json, "production")),
                    EventType.ofWireName(required(json, "event"))
                            .orElseThrow(() ->
                                    new MalformedEntry(
                                            "its event \""
                                                    + required(json, "event")
                                                    + "\" is unknown")),
                    Instant.parse(required(json, "time")),
                    Maker.parse(person),
                    json.text("job").map(UUID::fromString),
                    json.object("assertions").orElseThrow(() -> missing("assertions")),
                    json.text("signature").map(EntrySignature::new));
        } catch (IllegalArgumentException | DateTimeException | MalformedJson e) {
            throw new MalformedEntry(String.valueOf(e.getMessage()));
        }
    }

    /// Reads an entry from bytes that must be the very ones it is written as; throws
    /// [MalformedEntry] for any others.
    public static LedgerEntry parseExact(byte[] body) {
        LedgerEntry entry = parse(body);
        EntryForm.require(entry, body);
        return entry;
    }

    /// The canonical bytes (RFC 8785) that the ledger stores and hashes.
    public byte[] bytes() {
        return CanonicalJson.bytes(
                new JsonBuilder()
                        .put("schema", SCHEMA)
                        .put("index", index)
                        .put("entryId", entryId.toString())
                        .put("production", production.toString())
                        .put("event", event.wireName())
                        .put("time", time.toString())
                        .put("person", person.toJson())
                        .put("job", job.map(UUID::toString))
                        .put("assertions", assertions)
                        .put("signature", signature.map(EntrySignature::base64))
                        .build());
    }

    private static String required(JsonObject json, String name) {
        return json.text(name).orElseThrow(() -> missing(name));
    }

    private static MalformedEntry missing(String name) {
        return new MalformedEntry("its member \"" + name + "\" is missing or of another kind");
    }
}
