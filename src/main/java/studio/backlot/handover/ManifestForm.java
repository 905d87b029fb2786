package studio.backlot.handover;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;
import studio.backlot.identity.PersonForm;
import studio.backlot.provenance.ConsistencyProof;
import studio.backlot.provenance.InclusionProof;
import studio.backlot.provenance.MalformedNote;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.SignedNote;

/// Writes a [PackageManifest] as canonical JSON (RFC 8785) and reads exactly that.
public final class ManifestForm {
    private ManifestForm() {}

    /// The bytes that are signed and packed.
    public static byte[] bytes(PackageManifest manifest) {
        LogExtract log = manifest.log();
        return CanonicalJson.bytes(
                new JsonBuilder()
                        .put("schema", PackageManifest.SCHEMA)
                        .put("id", manifest.id().toString())
                        .put("madeAt", manifest.madeAt().toString())
                        .put("sender", PersonForm.write(manifest.sender()).build())
                        .put("recipients", texts(manifest.recipients()))
                        .put("production", log.production().toString())
                        .put("logKey", log.key().text())
                        .put("checkpoint", log.checkpoint().format())
                        .put(
                                "continues",
                                log.continuations().stream()
                                        .map(proof ->
                                                new JsonBuilder()
                                                        .put("size", proof.oldSize())
                                                        .put("path", hashes(proof.path()))
                                                        .build())
                                        .toList())
                        .put("entries", log.entries().stream().map(ManifestForm::entry).toList())
                        .put("files", manifest.files().stream().map(ManifestForm::file).toList())
                        .put("openings", file(manifest.openings()))
                        .put("heldBack", manifest.heldBack())
                        .build());
    }

    private static JsonObject entry(PackedEntry entry) {
        return new JsonBuilder()
                .put("index", entry.index())
                .put("entry", new String(entry.bytes(), StandardCharsets.UTF_8))
                .put("path", hashes(entry.proof().path()))
                .build();
    }

    private static JsonObject file(PackedFile file) {
        return new JsonBuilder()
                .put("sha256", file.sha256().hex())
                .put("bytes", file.bytes())
                .build();
    }

    private static List<JsonString> texts(List<String> texts) {
        return texts.stream().map(JsonString::new).toList();
    }

    private static List<JsonString> hashes(List<ContentHash> hashes) {
        return hashes.stream().map(hash -> new JsonString(hash.hex())).toList();
    }

    /// Reads a manifest from anyone; throws [PackageRefused] saying what is wrong. Checks form
    /// only, see [PackageCheck].
    public static PackageManifest parse(byte[] file) {
        PackageManifest manifest;
        try {
            manifest = read(JsonReader.parseObject(file));
        } catch (MalformedJson | MalformedNote | IllegalArgumentException | DateTimeException e) {
            throw new PackageRefused(
                    "what the package says of itself cannot be read: "
                            + e.getMessage()
                            + "; ask for it to be made again",
                    e);
        }
        if (!Arrays.equals(bytes(manifest), file)) {
            throw new PackageRefused(
                    "what the package says of itself is not in the one form that Backlot writes: it was changed, or a newer Backlot made it; ask for it to be made again");
        }
        return manifest;
    }

    private static PackageManifest read(JsonObject json) {
        if (!json.text("schema").orElse("").equals(PackageManifest.SCHEMA)) {
            throw new MalformedJson(
                    "its schema is " + json.text("schema") + ", not " + PackageManifest.SCHEMA);
        }
        SignedNote checkpoint = SignedNote.parse(text(json, "checkpoint"));
        long size = checkpoint.checkpoint().size();
        List<ConsistencyProof> continuations = new ArrayList<>();
        for (JsonObject one : objects(json, "continues", PackageManifest.MOST_CONTINUATIONS)) {
            continuations.add(new ConsistencyProof(whole(one, "size"), size, path(one)));
        }
        List<PackedEntry> entries = new ArrayList<>();
        for (JsonObject one : objects(json, "entries", Integer.MAX_VALUE)) {
            entries.add(
                    new PackedEntry(
                            text(one, "entry").getBytes(StandardCharsets.UTF_8),
                            new InclusionProof(whole(one, "index"), size, path(one))));
        }
        return new PackageManifest(
                UUID.fromString(text(json, "id")),
                Instant.parse(text(json, "madeAt")),
                PersonForm.read(object(json, "sender")),
                strings(json, "recipients", PackageManifest.MOST_RECIPIENTS),
                new LogExtract(
                        UUID.fromString(text(json, "production")),
                        NoteKey.parse(text(json, "logKey")),
                        checkpoint,
                        continuations,
                        entries),
                objects(json, "files", PackageManifest.MOST_FILES).stream()
                        .map(ManifestForm::readFile)
                        .toList(),
                readFile(object(json, "openings")),
                whole(json, "heldBack"));
    }

    private static PackedFile readFile(JsonObject json) {
        return new PackedFile(new ContentHash(text(json, "sha256")), whole(json, "bytes"));
    }

    private static List<ContentHash> path(JsonObject json) {
        return strings(json, "path", ConsistencyProof.LONGEST_PATH).stream()
                .map(ContentHash::new)
                .toList();
    }

    private static String text(JsonObject json, String name) {
        return json.text(name).orElseThrow(() -> missing(name));
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.object(name).orElseThrow(() -> missing(name));
    }

    private static long whole(JsonObject json, String name) {
        return json.number(name).map(JsonNumber::asLong).orElseThrow(() -> missing(name));
    }

    private static List<JsonValue> list(JsonObject json, String name, int most) {
        List<JsonValue> elements = json.array(name).orElseThrow(() -> missing(name));
        if (elements.size() > most) {
            throw new MalformedJson(
                    "its member \"" + name + "\" has " + elements.size() + " elements, too many");
        }
        return elements;
    }

    private static List<JsonObject> objects(JsonObject json, String name, int most) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonValue element : list(json, name, most)) {
            objects.add(element instanceof JsonObject object ? object : JsonObject.EMPTY);
        }
        return objects;
    }

    private static List<String> strings(JsonObject json, String name, int most) {
        List<String> strings = new ArrayList<>();
        for (JsonValue element : list(json, name, most)) {
            strings.add(element instanceof JsonString string ? string.value() : "");
        }
        return strings;
    }

    private static MalformedJson missing(String name) {
        return new MalformedJson("its member \"" + name + "\" is missing or of another kind");
    }
}
