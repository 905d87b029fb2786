package studio.backlot.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.MalformedNote;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.SignedNote;

/// What an `import` entry says of a package: which it was, where its manifest is kept, which of its
/// records were new here, and under which numbers its texts were kept.
public record ImportRecord(Origin origin, Kept kept, News news, long heldBack) {
    /// The label that tells an imported package from an imported file.
    public static final String LABEL = "package";

    /// The package, who sent it, and the ledger it is out of under its checkpoint.
    public record Origin(
            UUID id, UUID sender, UUID production, NoteKey logKey, SignedNote checkpoint) {}

    /// The manifest as an asset of this production, and its sender's signature.
    public record Kept(ContentHash manifest, String signature) {}

    /// What became known by it: records, files and texts that no earlier package had shown.
    public record News(
            List<ImportedEntry> entries, List<ContentHash> files, List<ImportedText> texts) {
        public News {
            entries = List.copyOf(entries);
            files = List.copyOf(files);
            texts = List.copyOf(texts);
        }
    }

    /// A record of the other ledger that is known from here on.
    public record ImportedEntry(long index, ContentHash leaf, EventType event) {}

    /// A text of the other ledger, `payload` of its record `entry`, as it is kept here.
    public record ImportedText(long entry, long payload, PayloadReference text) {}

    /// Whether an entry records an imported package.
    public static boolean isIn(LedgerEntry entry) {
        return entry.event() == EventType.IMPORT && entry.assertions().object(LABEL).isPresent();
    }

    /// The entry's assertions.
    public JsonObject toJson() {
        return new JsonBuilder()
                .put(
                        LABEL,
                        new JsonBuilder()
                                .put("id", origin.id().toString())
                                .put("sender", origin.sender().toString())
                                .put("production", origin.production().toString())
                                .put("logKey", origin.logKey().text())
                                .put("checkpoint", origin.checkpoint().format())
                                .put(
                                        "manifest",
                                        new JsonBuilder()
                                                .put("asset", kept.manifest().hex())
                                                .put("mediaType", "application/json")
                                                .build())
                                .put("signature", kept.signature())
                                .put("heldBack", heldBack)
                                .build())
                .put("imported", news.entries().stream().map(ImportRecord::json).toList())
                .put(
                        "files",
                        news.files().stream()
                                .map(file -> new JsonBuilder().put("asset", file.hex()).build())
                                .toList())
                .put("texts", news.texts().stream().map(ImportRecord::json).toList())
                .build();
    }

    private static JsonObject json(ImportedEntry entry) {
        return new JsonBuilder()
                .put("index", entry.index())
                .put("leaf", entry.leaf().hex())
                .put("event", entry.event().wireName())
                .build();
    }

    private static JsonObject json(ImportedText text) {
        return new JsonBuilder()
                .put("entry", text.entry())
                .put("of", text.payload())
                .put("text", text.text().toJson())
                .build();
    }

    /// Reads what [#toJson] wrote; throws [MalformedEntry] saying what is wrong.
    public static ImportRecord of(LedgerEntry entry) {
        try {
            return read(entry.assertions());
        } catch (MalformedJson | MalformedNote | IllegalArgumentException e) {
            throw new MalformedEntry(
                    "record " + entry.index() + " is no import of a package: " + e.getMessage());
        }
    }

    private static ImportRecord read(JsonObject json) {
        JsonObject label = object(json, LABEL);
        List<ImportedEntry> entries = new ArrayList<>();
        for (JsonObject one : objects(json, "imported")) {
            entries.add(
                    new ImportedEntry(
                            whole(one, "index"),
                            new ContentHash(text(one, "leaf")),
                            EventType.ofWireName(text(one, "event"))
                                    .orElseThrow(
                                            () -> new MalformedJson("it names an unknown event"))));
        }
        List<ImportedText> texts = new ArrayList<>();
        for (JsonObject one : objects(json, "texts")) {
            texts.add(
                    new ImportedText(
                            whole(one, "entry"),
                            whole(one, "of"),
                            PayloadReference.parse(object(one, "text"))));
        }
        return new ImportRecord(
                new Origin(
                        UUID.fromString(text(label, "id")),
                        UUID.fromString(text(label, "sender")),
                        UUID.fromString(text(label, "production")),
                        NoteKey.parse(text(label, "logKey")),
                        SignedNote.parse(text(label, "checkpoint"))),
                new Kept(
                        new ContentHash(text(object(label, "manifest"), "asset")),
                        text(label, "signature")),
                new News(
                        entries,
                        objects(json, "files").stream()
                                .map(file -> new ContentHash(text(file, "asset")))
                                .toList(),
                        texts),
                whole(label, "heldBack"));
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        List<JsonObject> objects = new ArrayList<>();
        List<JsonValue> elements = json.array(name).orElseThrow(() -> missing(name));
        for (JsonValue element : elements) {
            objects.add(element instanceof JsonObject object ? object : JsonObject.EMPTY);
        }
        return objects;
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.object(name).orElseThrow(() -> missing(name));
    }

    private static String text(JsonObject json, String name) {
        return json.text(name).orElseThrow(() -> missing(name));
    }

    private static long whole(JsonObject json, String name) {
        return json.number(name).map(JsonNumber::asLong).orElseThrow(() -> missing(name));
    }

    private static MalformedJson missing(String name) {
        return new MalformedJson("its member \"" + name + "\" is missing or of another kind");
    }
}
