package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
/// inclusion path, the signed checkpoint, the log's key, the texts its maker chose to show, and the
/// entry that enrolled the person who signed it. Nothing else of the log is disclosed.
///
/// The key inside a receipt proves nothing by itself, since a forger brings his own: [#verify]
/// wants one known otherwise.
public record Receipt(
        byte[] entry,
        InclusionProof proof,
        SignedNote checkpoint,
        NoteKey logKey,
        List<PayloadOpening> openings,
        Optional<ProvenEntry> enrolment) {
    /// The `schema` member of a receipt of version 1.
    public static final String SCHEMA = "backlot.receipt/1";

    /// The largest file that is read as a receipt.
    public static final int LARGEST_FILE = 64 << 20;

    private static final int MOST_OPENINGS = 10_000;

    public Receipt {
        openings = List.copyOf(openings);
    }

    /// A receipt without the enrolment of whoever signed its entry.
    public Receipt(
            byte[] entry,
            InclusionProof proof,
            SignedNote checkpoint,
            NoteKey logKey,
            List<PayloadOpening> openings) {
        this(entry, proof, checkpoint, logKey, openings, Optional.empty());
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
        ProvenEntry proven = ProvenEntry.of(entry, nodes, checkpoint.checkpoint());
        return new Receipt(proven.entry(), proven.proof(), checkpoint, logKey, openings);
    }

    /// The same receipt, showing also the entry by which the log knows the signer's key.
    public Receipt withEnrolment(LedgerEntry enrolling, NodeSource nodes) {
        return new Receipt(
                entry,
                proof,
                checkpoint,
                logKey,
                openings,
                Optional.of(ProvenEntry.of(enrolling, nodes, checkpoint.checkpoint())));
    }

    /// The receipt as one canonical JSON document.
    public byte[] bytes() {
        var json =
                new JsonBuilder()
                        .put("schema", SCHEMA)
                        .put("entry", new String(entry, StandardCharsets.UTF_8))
                        .put("index", proof.index())
                        .put("path", hashes(proof.path()))
                        .put("checkpoint", checkpoint.format())
                        .put("logKey", logKey.text())
                        .put("openings", openings.stream().map(PayloadOpening::toJson).toList());
        enrolment.ifPresent(proven -> json.put("enrolment", json(proven)));
        return CanonicalJson.bytes(json.build());
    }

    private static JsonObject json(ProvenEntry proven) {
        return new JsonBuilder()
                .put("entry", new String(proven.entry(), StandardCharsets.UTF_8))
                .put("index", proven.proof().index())
                .put("path", hashes(proven.proof().path()))
                .build();
    }

    private static List<JsonString> hashes(List<ContentHash> path) {
        return path.stream().map(hash -> new JsonString(hash.hex())).toList();
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
            long size = checkpoint.checkpoint().size();
            ProvenEntry proven = proven(json, size);
            return new Receipt(
                    proven.entry(),
                    proven.proof(),
                    checkpoint,
                    NoteKey.parse(required(json, "logKey")),
                    openings(json),
                    enrolment(json).map(object -> proven(object, size)));
        } catch (MalformedJson | MalformedNote | MalformedEntry | IllegalArgumentException e) {
            throw new MalformedReceipt("this receipt cannot be read: " + e.getMessage());
        }
    }

    private static ProvenEntry proven(JsonObject json, long size) {
        long index = json.number("index").map(JsonNumber::asLong).orElse(-1L);
        return new ProvenEntry(
                required(json, "entry").getBytes(StandardCharsets.UTF_8),
                new InclusionProof(index, size, path(json)));
    }

    private static Optional<JsonObject> enrolment(JsonObject json) {
        Optional<JsonObject> object = json.object("enrolment");
        if (object.isEmpty() && json.get("enrolment").isPresent()) {
            throw new MalformedReceipt("the receipt's member \"enrolment\" is no object");
        }
        return object;
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
