package studio.backlot.credential;

import java.util.UUID;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MerkleTree;

/// The way back from a file to the outcome entry of its picture: production, index, entry id, and
/// the entry's leaf hash.
///
/// It proves nothing by itself; who has the production finds the entry and can check that its leaf
/// is this one.
public record LedgerPointer(UUID production, long index, UUID entryId, ContentHash leaf) {
    /// The PNG keyword under which the pointer stands, as canonical JSON.
    public static final String KEYWORD = "backlot";

    /// The pointer to an entry.
    public static LedgerPointer to(LedgerEntry entry) {
        ContentHash leaf = ContentHash.ofDigest(MerkleTree.leafHash(entry.bytes()));
        return new LedgerPointer(entry.production(), entry.index(), entry.entryId(), leaf);
    }

    /// The pointer as a file carries it.
    public String format() {
        return CanonicalJson.text(
                new JsonBuilder()
                        .put("production", production.toString())
                        .put("index", index)
                        .put("entryId", entryId.toString())
                        .put("leaf", leaf.hex())
                        .build());
    }

    /// Reads a pointer; members that it does not know are left aside. Throws [MalformedJson] for
    /// anything else.
    public static LedgerPointer parse(String text) {
        try {
            if (!(JsonReader.parse(text) instanceof JsonObject json)) {
                throw new MalformedJson("a pointer to a ledger entry is a JSON object");
            }
            long index = json.number("index").map(JsonNumber::asLong).orElse(-1L);
            if (index < 0) {
                throw new MalformedJson("a pointer to a ledger entry has an index from 0");
            }
            return new LedgerPointer(
                    UUID.fromString(json.text("production").orElse("")),
                    index,
                    UUID.fromString(json.text("entryId").orElse("")),
                    new ContentHash(json.text("leaf").orElse("")));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("a pointer to a ledger entry is malformed: " + e.getMessage());
        }
    }
}
