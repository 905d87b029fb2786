package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;

/// One entry with all that an outsider needs to see that a log has it: the entry's bytes, the
/// inclusion path, the signed checkpoint, the log's key, and the texts its maker chose to show.
/// Nothing else of the log is disclosed.
///
/// The key inside a receipt proves nothing by itself, since a forger brings his own: [#verify]
/// wants one known otherwise.
public record Receipt(
        byte[] entry,
        InclusionProof proof,
        SignedNote checkpoint,
        NoteKey logKey,
        List<PayloadOpening> openings) {
    /// The `schema` member of a receipt of version 1.
    public static final String SCHEMA = "backlot.receipt/1";

    /// The largest file that is read as a receipt.
    public static final int LARGEST_FILE = 64 << 20;

    private static final int MOST_OPENINGS = 10_000;

    public Receipt {
        openings = List.copyOf(openings);
    }

    /// The receipt for an entry under a checkpoint of its log.
    ///
    /// Throws [ProofImpossible] when the nodes do not lead to the checkpoint's root: the receipt
    /// would not verify.
    public static Receipt of(
            LedgerEntry entry,
            NodeSource nodes,
            SignedNote checkpoint,
            NoteKey logKey,
            List<PayloadOpening> openings) {
        Checkpoint head = checkpoint.checkpoint();
        if (entry.index() >= head.size()) {
            throw new ProofImpossible(
                    "entry "
                            + entry.index()
                            + " is younger than the checkpoint of size "
                            + head.size()
                            + "; make a checkpoint first");
        }
        byte[] bytes = entry.bytes();
        InclusionProof proof = InclusionProof.of(nodes, entry.index(), head.size());
        if (!proof.verifies(ContentHash.ofDigest(MerkleTree.leafHash(bytes)), head.root())) {
            throw new ProofImpossible(
                    "entry "
                            + entry.index()
                            + " cannot be led to the signed root of size "
                            + head.size()
                            + "; rebuild the index and verify the ledger");
        }
        return new Receipt(bytes, proof, checkpoint, logKey, openings);
    }

    /// The receipt as one canonical JSON document.
    public byte[] bytes() {
        return CanonicalJson.bytes(
                new JsonBuilder()
                        .put("schema", SCHEMA)
                        .put("entry", new String(entry, StandardCharsets.UTF_8))
                        .put("index", proof.index())
                        .put(
                                "path",
                                proof.path().stream()
                                        .map(hash -> new JsonString(hash.hex()))
                                        .toList())
                        .put("checkpoint", checkpoint.format())
                        .put("logKey", logKey.text())
                        .put("openings", openings.stream().map(PayloadOpening::toJson).toList())
                        .build());
    }

    /// Reads a receipt from anyone; throws [MalformedReceipt] saying what is wrong. Checks form
    /// only, see [#verify].
    public static Receipt parse(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new MalformedReceipt(
                    "a file of " + file.length + " bytes is too large for a receipt");
        }
        try {
            JsonObject json = JsonReader.parseObject(file);
            if (!json.text("schema").orElse("").equals(SCHEMA)) {
                throw new MalformedReceipt("this is no receipt: its schema is not " + SCHEMA);
            }
            SignedNote checkpoint = SignedNote.parse(required(json, "checkpoint"));
            long index = json.number("index").map(JsonNumber::asLong).orElse(-1L);
            return new Receipt(
                    required(json, "entry").getBytes(StandardCharsets.UTF_8),
                    new InclusionProof(index, checkpoint.checkpoint().size(), path(json)),
                    checkpoint,
                    NoteKey.parse(required(json, "logKey")),
                    openings(json));
        } catch (MalformedJson | MalformedNote | MalformedEntry | IllegalArgumentException e) {
            throw new MalformedReceipt("this receipt cannot be read: " + e.getMessage());
        }
    }

    private static String required(JsonObject json, String name) {
        return json.text(name)
                .orElseThrow(() ->
                        new MalformedReceipt(
                                "the receipt's member \"" + name + "\" is missing or no text"));
    }

    private static List<JsonValue> list(JsonObject json, String name, int most) {
        List<JsonValue> elements =
                json.array(name)
                        .orElseThrow(() ->
                                new MalformedReceipt(
                                        "the receipt's member \""
                                                + name
                                                + "\" is missing or no list"));
        if (elements.size() > most) {
            throw new MalformedReceipt(
                    "the receipt's member \"" + name + "\" has " + elements.size() + " elements");
        }
        return elements;
    }

    private static List<ContentHash> path(JsonObject json) {
        List<ContentHash> path = new ArrayList<>();
        for (JsonValue element : list(json, "path", InclusionProof.LONGEST_PATH)) {
            path.add(new ContentHash(element instanceof JsonString hex ? hex.value() : ""));
        }
        return path;
    }

    private static List<PayloadOpening> openings(JsonObject json) {
        List<PayloadOpening> openings = new ArrayList<>();
        for (JsonValue element : list(json, "openings", MOST_OPENINGS)) {
            openings.add(
                    PayloadOpening.parse(
                            element instanceof JsonObject object ? object : JsonObject.EMPTY));
        }
        return openings;
    }

    /// What is wrong with this receipt, given a key that the caller knows from elsewhere; no
    /// finding means verified.
    public List<ValidationStatus> verify(KnownKey known) {
        return new ReceiptCheck(this).run(known);
    }
}
