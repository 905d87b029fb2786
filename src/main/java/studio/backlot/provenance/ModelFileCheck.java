package studio.backlot.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;

/// Hashes the model files again that entries say were used, each distinct one once, where the packs
/// lie on this machine.
final class ModelFileCheck {
    private static final int BUFFER = 1 << 20;

    private final Findings findings;
    private final List<Path> roots;
    private final Set<String> seenPacks = new HashSet<>();
    private final Set<ModelFile> files = new HashSet<>();
    private long checked;

    private record ModelFile(String pack, String path, ContentHash hash) {}

    ModelFileCheck(Findings findings, List<Path> roots) {
        this.findings = findings;
        this.roots = roots;
    }

    void accept(AssertionFacts facts, long index) {
        if (roots.isEmpty()) {
            return;
        }
        String packs = facts.packs();
        if (packs.isEmpty() || !seenPacks.add(packs)) {
            return;
        }
        for (JsonValue pack :
                JsonReader.parse(packs) instanceof JsonArray array
                        ? array.elements()
                        : List.<JsonValue>of()) {
            if (pack instanceof JsonObject object) {
                addFiles(object, index);
            }
        }
    }

    private void addFiles(JsonObject pack, long index) {
        for (JsonValue element : pack.array("files").orElse(List.of())) {
            JsonObject file = element instanceof JsonObject object ? object : JsonObject.EMPTY;
            Optional<String> hash = file.text("sha256").filter(ContentHash::isHex);
            Optional<String> path = file.text("path").filter(ModelFileCheck::staysInside);
            if (hash.isPresent() && path.isPresent()) {
                files.add(
                        new ModelFile(
                                pack.text("id").orElse(""),
                                path.get(),
                                new ContentHash(hash.get())));
            } else {
                findings.finding(
                        "model.malformed",
                        "entry " + index,
                        "the files of pack \""
                                + pack.text("id").orElse("")
                                + "\" are not named by a path inside the pack and a hash");
            }
        }
    }

    private static boolean staysInside(String path) {
        try {
            Path relative = Path.of(path);
            return !path.isEmpty()
                    && !relative.isAbsolute()
                    && !relative.normalize().startsWith("..");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// Reads the files; call once, after the last entry.
    void finish(Cancellation cancellation) {
        for (ModelFile file : files) {
            cancellation.throwIfCancelled();
            check(file);
        }
    }

    private void check(ModelFile file) {
        String where = "model file " + file.pack() + "/" + file.path();
        Optional<Path> place = locate(file);
        if (place.isEmpty()) {
            findings.note(
                    "model.missing",
                    where,
                    "the pack is not on this machine, so its file could not be compared");
            return;
        }
        try {
            ContentHash found = hash(place.get());
            if (found.equals(file.hash())) {
                checked++;
            } else {
                findings.finding(
                        "model.differs",
                        where,
                        "the file was "
                                + file.hash()
                                + " when it was used and is "
                                + found
                                + " now; install the pack again");
            }
        } catch (IOException e) {
            findings.finding(
                    "model.unreadable", where, "the file cannot be read: " + e.getMessage());
        }
    }

    /// The file below a root that holds packs by id, or below a root that is the pack itself.
    private Optional<Path> locate(ModelFile file) {
        for (Path root : roots) {
            boolean isPlainId =
                    staysInside(file.pack()) && Path.of(file.pack()).getNameCount() == 1;
            Path inside =
                    isPlainId
                            ? root.resolve(file.pack()).resolve(file.path())
                            : root.resolve(file.path());
            if (Files.isRegularFile(inside)) {
                return Optional.of(inside);
            }
            if (Files.isRegularFile(root.resolve(file.path()))) {
                return Optional.of(root.resolve(file.path()));
            }
        }
        return Optional.empty();
    }

    private static ContentHash hash(Path file) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return ContentHash.ofDigest(digest.digest());
    }

    /// How many files were found as recorded.
    long checked() {
        return checked;
    }
}
