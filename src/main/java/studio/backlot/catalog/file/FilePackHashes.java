package studio.backlot.catalog.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.base.WindowThread;
import studio.backlot.catalog.FileStamp;
import studio.backlot.catalog.PackHashes;

/// A [PackHashes] in one JSON file, replaced as a whole (temporary file, then rename).
///
/// A file that is missing, broken or not writable only means that hashes are computed again. Two
/// programs that write at the same time lose some of what they learnt, nothing else.
public final class FilePackHashes implements PackHashes {
    private static final int MOST_FILES = 10_000;

    private final Path file;
    private final Map<String, Kept> byPath;

    private record Kept(FileStamp stamp, ContentHash hash) {}

    private FilePackHashes(Path file, Map<String, Kept> byPath) {
        this.file = file;
        this.byPath = byPath;
    }

    /// Opens the cache in this file, which need not exist.
    public static FilePackHashes open(Path file) {
        var byPath = new LinkedHashMap<String, Kept>();
        try {
            if (Files.isRegularFile(file)) {
                read(JsonReader.parseObject(Files.readAllBytes(file)), byPath);
            }
        } catch (IOException | MalformedJson | IllegalArgumentException e) {
            byPath.clear();
        }
        return new FilePackHashes(file, byPath);
    }

    private static void read(JsonObject document, Map<String, Kept> byPath) {
        for (JsonValue element : document.array("files").orElse(List.of())) {
            if (element instanceof JsonObject entry) {
                var stamp =
                        new FileStamp(
                                entry.text("path").orElse(""),
                                wide(entry, "bytes"),
                                wide(entry, "modified"),
                                wide(entry, "changed"),
                                wide(entry, "inode"));
                byPath.put(
                        stamp.path(),
                        new Kept(stamp, new ContentHash(entry.text("sha256").orElse(""))));
            }
        }
    }

    private static long wide(JsonObject entry, String name) {
        return Long.parseLong(entry.text(name).orElse(""));
    }

    @Override
    public synchronized Optional<ContentHash> find(FileStamp stamp) {
        WindowThread.refuse("a pack was looked at");
        return Optional.ofNullable(byPath.get(stamp.path()))
                .filter(kept -> kept.stamp().equals(stamp))
                .map(Kept::hash);
    }

    @Override
    public synchronized void keep(Map<FileStamp, ContentHash> hashes) {
        hashes.forEach((stamp, hash) -> {
            byPath.remove(stamp.path());
            byPath.put(stamp.path(), new Kept(stamp, hash));
        });
        var paths = new ArrayList<>(byPath.keySet());
        paths.subList(0, Math.max(0, paths.size() - MOST_FILES)).forEach(byPath::remove);
        try {
            write();
        } catch (IOException e) {
            // a cache that cannot be written costs the next start some time; the hashes of this one
            // are right
            return;
        }
    }

    private void write() throws IOException {
        var entries = new ArrayList<JsonValue>();
        byPath.values()
                .forEach(kept ->
                        entries.add(
                                new JsonBuilder()
                                        .put("path", kept.stamp().path())
                                        .wide("bytes", kept.stamp().bytes())
                                        .wide("modified", kept.stamp().modified())
                                        .wide("changed", kept.stamp().changed())
                                        .wide("inode", kept.stamp().inode())
                                        .put("sha256", kept.hash().hex())
                                        .build()));
        byte[] bytes =
                CanonicalJson.bytes(new JsonBuilder().put("files", new JsonArray(entries)).build());
        Path folder =
                Optional.ofNullable(file.toAbsolutePath().getParent())
                        .orElse(file.toAbsolutePath());
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "hashes", ".tmp");
        try {
            Files.write(temporary, bytes);
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
