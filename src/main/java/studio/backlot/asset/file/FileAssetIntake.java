package studio.backlot.asset.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import studio.backlot.asset.AssetIntake;
import studio.backlot.asset.DurableFile;
import studio.backlot.base.Beside;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Milestone;

/// Takes files into the `tmp` of a [FileAssetStore] and renames all of them at the end.
///
/// The same steps as for a single file, each done for all before the next: write, force, make the
/// folders, rename, force the folders. What is forced is forced in the background, several at a
/// time, since the disk then makes many durable in one go. What a crash leaves in `tmp` the next
/// opening removes.
final class FileAssetIntake implements AssetIntake {
    private static final int PART = 1 << 18;

    private final AssetFolder folder;
    private final AtomicLong temporaries;
    private final Milestone milestone;
    private final Executor background;
    private final List<Beside<Path>> forced = new ArrayList<>();
    private final Map<ContentHash, Path> taken = new LinkedHashMap<>();
    private final byte[] part = new byte[PART];
    private volatile boolean isDropped;

    FileAssetIntake(
            AssetFolder folder, AtomicLong temporaries, Milestone milestone, Executor background) {
        this.folder = folder;
        this.temporaries = temporaries;
        this.milestone = milestone;
        this.background = background;
    }

    @Override
    public ContentHash take(ContentHash expected, long length, InputStream content)
            throws IOException {
        boolean isThere =
                taken.containsKey(expected) || FileAssetStore.isKept(folder.file(expected), length);
        if (isThere) {
            MessageDigest digest = ContentHash.sha256();
            for (int n = content.read(part); n >= 0; n = content.read(part)) {
                digest.update(part, 0, n);
            }
            return ContentHash.ofDigest(digest.digest());
        }
        Path temporary =
                folder.temporary().resolve(expected.hex() + "." + temporaries.incrementAndGet());
        boolean isWhole = false;
        try {
            ContentHash hash = write(temporary, length, content);
            isWhole = taken.putIfAbsent(hash, temporary) == null;
            if (isWhole) {
                forceBeside(temporary, DurableFile::force);
            }
            return hash;
        } finally {
            if (!isWhole) {
                FileAssetStore.deleteQuietly(temporary);
            }
        }
    }

    private void forceBeside(Path path, Force force) {
        forced.add(
                Beside.start(
                        background,
                        () -> {
                            try {
                                if (!isDropped) {
                                    force.run(path);
                                }
                                return path;
                            } catch (IOException e) {
                                throw WriteTrouble.of(folder.root(), 0, e);
                            }
                        }));
    }

    private void awaitForced() {
        forced.forEach(Beside::result);
        forced.clear();
    }

    private ContentHash write(Path temporary, long length, InputStream content) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        try (FileChannel out = create(temporary, length)) {
            for (int n = content.read(part); n >= 0; n = content.read(part)) {
                digest.update(part, 0, n);
                append(out, n, length);
            }
        }
        return ContentHash.ofDigest(digest.digest());
    }

    private FileChannel create(Path temporary, long length) {
        try {
            return FileChannel.open(
                    temporary,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    FileAssetStore.readOnly(temporary));
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw WriteTrouble.of(folder.root(), length, e);
        }
    }

    private void append(FileChannel out, int count, long length) {
        try {
            ByteBuffer remaining = ByteBuffer.wrap(part, 0, count);
            while (remaining.hasRemaining()) {
                out.write(remaining);
            }
        } catch (IOException e) {
            throw WriteTrouble.of(folder.root(), length, e);
        }
    }

    @Override
    public void keep() {
        try {
            awaitForced();
            milestone.reached(FileAssetStore.TEMPORARY_WRITTEN);
            makeFolders();
            Set<Path> touched = new TreeSet<>();
            for (Map.Entry<ContentHash, Path> one : taken.entrySet()) {
                Path file = folder.file(one.getKey());
                FileAssetStore.makeDeletable(file);
                Files.move(
                        one.getValue(),
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                FileAssetStore.markReadOnlyOnDos(file, true);
                touched.add(file.resolveSibling(""));
            }
            forceFolders(touched);
            milestone.reached(FileAssetStore.RENAMED);
            taken.clear();
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw WriteTrouble.of(folder.root(), 0, e);
        }
    }

    /// Makes the folders of all files, and their names durable, each folder above once.
    private void makeFolders() throws IOException {
        Set<Path> above = new TreeSet<>();
        for (ContentHash hash : taken.keySet()) {
            Path home = folder.file(hash).resolveSibling("");
            if (!Files.isDirectory(home)) {
                Files.createDirectories(home);
                above.add(home.resolveSibling(""));
                above.add(folder.root());
            }
        }
        forceFolders(above);
    }

    private void forceFolders(Set<Path> folders) {
        folders.forEach(one -> forceBeside(one, DurableFile::forceFolder));
        awaitForced();
    }

    /// Makes what a path names durable.
    private interface Force {
        void run(Path path) throws IOException;
    }

    @Override
    public void close() {
        isDropped = true;
        forced.forEach(Beside::settle);
        forced.clear();
        taken.values().forEach(FileAssetStore::deleteQuietly);
        taken.clear();
    }
}
