package studio.backlot.asset.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetIntake;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.asset.DurableFile;
import studio.backlot.base.ContentHash;
import studio.backlot.base.Milestone;
import studio.backlot.base.WindowThread;

/// Assets as read-only files `ab/cd/<64 hexadecimal digits>` below one folder; safe for several
/// threads.
///
/// A file is written to `tmp`, forced to the disk, renamed in one step, and its folder forced
/// ([DurableFile] says what Windows cannot do). Only one process may write, which the production's
/// lock ensures; others open read-only.
public final class FileAssetStore implements AssetStore {
    /// Reached when the temporary file is whole and forced.
    public static final String TEMPORARY_WRITTEN = "asset-temp-written";

    /// Reached when the file has its name and the folder is forced.
    public static final String RENAMED = "asset-renamed";

    private final AssetFolder folder;
    private final boolean isWritable;
    private final Milestone milestone;
    private final AtomicLong temporaries = new AtomicLong();
    private final Set<Path> durableFolders = ConcurrentHashMap.newKeySet();

    private FileAssetStore(AssetFolder folder, boolean isWritable, Milestone milestone) {
        this.folder = folder;
        this.isWritable = isWritable;
        this.milestone = milestone;
    }

    /// Opens the folder for the production's one writer: creates it, and removes what a crash left
    /// in `tmp`.
    public static FileAssetStore open(Path assets, Milestone milestone) {
        var folder = new AssetFolder(assets.toAbsolutePath().normalize());
        try {
            Files.createDirectories(folder.temporary());
            DurableFile.forceFolder(folder.root());
            for (Path left : leftovers(folder)) {
                makeDeletable(left);
                Files.delete(left);
            }
        } catch (IOException e) {
            throw WriteTrouble.ofOpening(folder.root(), e);
        }
        return new FileAssetStore(folder, true, milestone);
    }

    /// Opens the folder beside another process that may be writing: nothing is created, swept or
    /// put.
    public static FileAssetStore openReadOnly(Path assets) {
        return new FileAssetStore(
                new AssetFolder(assets.toAbsolutePath().normalize()), false, Milestone.NONE);
    }

    @Override
    public AssetIntake intake(Executor background) {
        requireWritable();
        return new FileAssetIntake(folder, temporaries, milestone, background);
    }

    private void requireWritable() {
        if (!isWritable) {
            throw new AssetStoreFailed(
                    "the assets in "
                            + folder.root()
                            + " were opened read-only; open the production for writing to add to them");
        }
    }

    @Override
    public ContentHash put(byte[] content) {
        WindowThread.refuse("an asset was kept");
        requireWritable();
        ContentHash hash = ContentHash.of(content);
        Path file = folder.file(hash);
        try {
            if (isKept(file, content.length)) {
                DurableFile.forceFolder(file.resolveSibling(""));
            } else {
                write(file, content);
            }
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw WriteTrouble.of(folder.root(), content.length, e);
        }
        return hash;
    }

    /// A file of another length is not the asset, whatever its name says, and is written again.
    static boolean isKept(Path file, long length) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == length;
    }

    private void write(Path file, byte[] content) throws IOException {
        makeFolder(file.resolveSibling(""));
        Path temporary =
                folder.temporary()
                        .resolve(file.getFileName() + "." + temporaries.incrementAndGet());
        try {
            DurableFile.writeNew(temporary, content, readOnly(temporary));
            milestone.reached(TEMPORARY_WRITTEN);
            makeDeletable(file);
            DurableFile.rename(temporary, file);
        } finally {
            deleteQuietly(temporary);
        }
        markReadOnlyOnDos(file, true);
        milestone.reached(RENAMED);
    }

    /// Creates the folder and those above it; each new name is durable before the first file in it
    /// is acknowledged.
    private void makeFolder(Path path) throws IOException {
        if (path.equals(folder.root()) || durableFolders.contains(path)) {
            return;
        }
        makeFolder(path.resolveSibling(""));
        Files.createDirectories(path);
        DurableFile.forceFolder(path.resolveSibling(""));
        durableFolders.add(path);
    }

    /// On POSIX the file is born without the right to write; the channel that creates it writes
    /// nevertheless.
    static FileAttribute<?>[] readOnly(Path path) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--r--r--"))
        };
    }

    static void makeDeletable(Path file) throws IOException {
        if (Files.exists(file)) {
            markReadOnlyOnDos(file, false);
        }
    }

    /// Windows refuses to replace or delete a file with this mark, so it is set last and taken away
    /// first.
    static void markReadOnlyOnDos(Path file, boolean isReadOnly) throws IOException {
        var view = Files.getFileAttributeView(file, DosFileAttributeView.class);
        boolean isDos = !file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (isDos && view != null) {
            view.setReadOnly(isReadOnly);
        }
    }

    static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException sweptAtTheNextOpening) {
            return;
        }
    }

    @Override
    public byte[] read(ContentHash hash) {
        WindowThread.refuse("an asset was read");
        Path file = folder.file(hash);
        try {
            if (Files.size(file) > Integer.MAX_VALUE - 8) {
                throw new AssetDamaged(hash, digestOf(file));
            }
            byte[] content = Files.readAllBytes(file);
            ContentHash found = ContentHash.of(content);
            if (!found.equals(hash)) {
                throw new AssetDamaged(hash, found);
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new AssetMissing(hash);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public void delete(ContentHash hash) {
        requireWritable();
        Path file = folder.file(hash);
        try {
            makeDeletable(file);
            if (Files.deleteIfExists(file)) {
                DurableFile.forceFolder(file.resolveSibling(""));
            }
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw new AssetStoreFailed(
                    "the file "
                            + file
                            + " could not be deleted ("
                            + e.getMessage()
                            + "); it is tried again at the next opening",
                    e);
        }
    }

    /// A file too large for an array was never put, so it is damaged; its hash is computed for the
    /// message.
    private static ContentHash digestOf(Path file) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                digest.update(part, 0, n);
            }
        }
        return ContentHash.ofDigest(digest.digest());
    }

    @Override
    public Optional<Path> locate(ContentHash hash) {
        WindowThread.refuse("an asset was looked for");
        Path file = folder.file(hash);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public Stream<ContentHash> list() {
        return children(folder.root()).stream()
                .flatMap(first -> children(first).stream())
                .flatMap(second -> children(second).stream())
                .filter(Files::isRegularFile)
                .map(folder::hashOf)
                .flatMap(Optional::stream);
    }

    /// What lies directly in a folder; nothing when it is no folder. Each is read whole and closed,
    /// so that a stream over all assets holds one folder of names at a time and no open directory.
    private static List<Path> children(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(path, e);
        }
    }

    /// The files that lie in `tmp`: what another process is writing at this moment, or what a crash
    /// left.
    public List<Path> leftovers() {
        return leftovers(folder);
    }

    private static List<Path> leftovers(AssetFolder folder) {
        return children(folder.temporary()).stream().filter(Files::isRegularFile).toList();
    }

    private static AssetStoreFailed unreadable(Path path, Exception cause) {
        return new AssetStoreFailed(
                "could not read "
                        + path
                        + ": "
                        + cause.getMessage()
                        + ". Check that the disk is connected and that this account may read there.",
                cause);
    }
}
