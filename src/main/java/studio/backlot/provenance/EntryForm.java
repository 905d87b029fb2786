package studio.backlot.provenance;

import java.util.Arrays;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;

/// Says in words what keeps stored bytes from being an entry of schema v1: the slow, exact twin of
/// [CanonicalEntryScanner], asked only when that has refused.
final class EntryForm {
    private EntryForm() {}

    /// Throws [MalformedEntry] unless these are the very bytes that the entry read from them is
    /// written as.
    static void require(LedgerEntry entry, byte[] body) {
        byte[] written;
        try {
            written = entry.bytes();
        } catch (IllegalArgumentException e) {
            throw new MalformedEntry(String.valueOf(e.getMessage()));
        }
        if (!Arrays.equals(written, body)) {
            throw new MalformedEntry(
                    "it is not written as schema v1 writes it: a member too many, or a value in another form");
        }
    }

    /// The finding about an entry that is not well formed.
    static ValidationStatus diagnose(String where, byte[] body) {
        JsonObject json;
        try {
            json = JsonReader.parseObject(body);
        } catch (MalformedJson e) {
            return ValidationStatus.finding(
                    "entry.malformed", where, "its bytes are not JSON: " + e.getMessage());
        }
        if (!CanonicalJson.isCanonical(body)) {
            return ValidationStatus.finding(
                    "entry.notCanonical",
                    where,
                    "its bytes are not the canonical form (RFC 8785) of what they say");
        }
        String schema = json.text("schema").orElse("");
        if (!schema.equals(LedgerEntry.SCHEMA)) {
            return ValidationStatus.finding(
                    "entry.unknownSchema",
                    where,
                    "its schema is \""
                            + schema
                            + "\", not "
                            + LedgerEntry.SCHEMA
                            + "; if a newer Backlot wrote it, verify with that");
        }
        try {
            require(LedgerEntry.parse(body), body);
            return ValidationStatus.finding(
                    "entry.malformed", where, "it is not an entry of schema v1");
        } catch (MalformedEntry e) {
            return ValidationStatus.finding(
                    "entry.malformed", where, String.valueOf(e.getMessage()));
        }
    }
}
