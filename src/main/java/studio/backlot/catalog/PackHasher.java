package studio.backlot.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import studio.backlot.base.ContentHash;
import studio.backlot.base.HashedFile;

/// Computes the SHA-256 of pack files, asking a [PackHashes] first.
public final class PackHasher {
    private static final int CHUNK = 1 << 20;

    /// A file touched more recently than this may be written again without its stamp showing it, so
    /// its hash is not kept.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final PackHashes known;
    private final InstantSource clock;

    public PackHasher(PackHashes known, InstantSource clock) {
        this.known = known;
        this.clock = clock;
    }

    /// The hashes of these files of a folder, whose stamps were taken before. Throws
    /// [PackFileChanged] when a file no longer has its stamp after its bytes were read,
    /// [PackUnreadable] when it cannot be read.
    List<HashedFile> hash(Path folder, Map<String, FileStamp> stamps) {
        var files = new ArrayList<HashedFile>();
        var fresh = new LinkedHashMap<FileStamp, ContentHash>();
        stamps.forEach((path, stamp) -> {
            Optional<ContentHash> kept = known.find(stamp);
            ContentHash hash = kept.orElseGet(() -> read(folder.resolve(path), stamp));
            if (kept.isEmpty() && isSettled(stamp)) {
                fresh.put(stamp, hash);
            }
            files.add(new HashedFile(path, hash, stamp.bytes()));
        });
        if (!fresh.isEmpty()) {
            known.keep(fresh);
        }
        return List.copyOf(files);
    }

    private boolean isSettled(FileStamp stamp) {
        long now = TimeUnit.MILLISECONDS.toNanos(clock.millis());
        return now - stamp.newestTime() > SETTLED.toNanos();
    }

    private static ContentHash read(Path file, FileStamp stamp) {
        MessageDigest digest = ContentHash.sha256();
        var chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        } catch (IOException e) {
            throw new PackUnreadable(file, e);
        }
        if (!FileStamp.of(file).equals(stamp)) {
            throw new PackFileChanged(file);
        }
        return ContentHash.ofDigest(digest.digest());
    }
}
