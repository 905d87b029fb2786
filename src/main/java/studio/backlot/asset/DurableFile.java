package studio.backlot.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import studio.backlot.base.ContentHash;
import studio.backlot.base.WindowThread;

/// The steps by which a whole file appears under its name, or none does, whatever happens to the
/// machine.
///
/// Bytes to a temporary file, fsync, atomic rename, fsync of the folder. On Windows a folder cannot
/// be opened for an fsync; there NTFS journals the rename, and the last rename before a loss of
/// power may be undone as a whole.
public final class DurableFile {
    private static final boolean CAN_FORCE_FOLDERS =
            !System.getProperty("os.name", "").startsWith("Windows");

    private DurableFile() {}

    /// Writes `content` under the name of `target`, replacing what was there; durable on return.
    /// `temporary` must lie on the same volume and not exist; it is gone afterwards, also when this
    /// throws.
    public static void replace(Path target, Path temporary, byte[] content) throws IOException {
        try {
            writeNew(temporary, content);
            rename(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// The temporary name beside a file under which this content waits to become it; hidden, and
    /// the same for the same content, so that what a crash left is found and replaced.
    public static Path waitingBeside(Path target, byte[] content) {
        String mark = ContentHash.of(content).hex().substring(0, 12);
        return target.resolveSibling("." + target.getFileName() + "." + mark + ".tmp");
    }

    /// Deletes a file that no one needs any more, where it is there; a failure is left to the next
    /// sweep.
    public static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // what cannot be deleted now harms nothing: it has no name that anyone reads
            return;
        }
    }

    /// Creates a file that must not exist yet, writes all bytes and forces them to the disk. A part
    /// of the file may be left when this throws.
    public static void writeNew(Path file, byte[] content, FileAttribute<?>... attributes)
            throws IOException {
        WindowThread.refuse("a file was written");
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options, attributes)) {
            var remaining = ByteBuffer.wrap(content);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
            channel.force(true);
        }
    }

    /// Renames in one step, replacing a file of that name, and forces the folder of `target`.
    public static void rename(Path from, Path target) throws IOException {
        Files.move(
                from, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target.toAbsolutePath().resolveSibling(""));
    }

    /// Forces a whole file that was written before to the disk.
    public static void force(Path file) throws IOException {
        // a file may be born without the right to write, which Windows wants for this and others
        // not
        var option = CAN_FORCE_FOLDERS ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (var channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    /// Makes a folder, and those above it, where it is not there.
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /// Makes the names in a folder durable; does nothing on Windows.
    public static void forceFolder(Path folder) throws IOException {
        if (CAN_FORCE_FOLDERS) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
