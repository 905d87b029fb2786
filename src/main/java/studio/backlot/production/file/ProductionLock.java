package studio.backlot.production.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.backlot.production.ProductionBusy;
import studio.backlot.production.ProductionFolderRefused;
import studio.backlot.production.ProductionLayout;
import studio.backlot.production.Writer;

/// The right to write in a production, held from opening to closing by one owner in one process on
/// one machine.
///
/// An exclusive operating-system lock on `production.lock`, which ends with the process however
/// that ends, so a killed writer leaves nothing to clear away. The file's one line names the writer
/// for the message to the second one. The locked byte lies far behind that line, because Windows
/// lets nobody read what is locked.
public final class ProductionLock implements AutoCloseable {
    private static final long LOCKED_BYTE = 1L << 40;
    private static final int LONGEST_LINE = 4096;

    /*
     * The folders locked by this process. POSIX locks belong to the process and vanish as soon as it closes any
     * descriptor of the file, so a second opening in the same process must be refused before it touches the file:
     * the attempt itself would set the first one free. (Lucene's NativeFSLockFactory keeps such a set for the same
     * reason.) It mirrors a state of the process, hence static.
     */
    private static final Map<Object, Writer> HELD_HERE = new ConcurrentHashMap<>();

    private final Object key;
    private final FileChannel channel;

    private ProductionLock(Object key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /// Takes the lock at once or throws [ProductionBusy] naming who has it; the folder must exist.
    /// Throws [ProductionFolderRefused] when this account may not write there, or the file system
    /// knows no locks.
    public static ProductionLock acquire(ProductionLayout layout, Writer writer) {
        try {
            Object key = key(layout.root());
            Writer holder = HELD_HERE.putIfAbsent(key, writer);
            if (holder != null) {
                throw new ProductionBusy(layout.root(), Optional.of(holder));
            }
            boolean isHeld = false;
            try {
                ProductionLock lock = lock(layout, key, writer);
                isHeld = true;
                return lock;
            } finally {
                if (!isHeld) {
                    HELD_HERE.remove(key);
                }
            }
        } catch (IOException e) {
            throw new ProductionFolderRefused(
                    "could not lock "
                            + layout.lock()
                            + " ("
                            + e.getClass().getSimpleName()
                            + ": "
                            + e.getMessage()
                            + "): open the production read-only, or give this account the right to write there",
                    e);
        }
    }

    /// The folder itself, whatever path leads to it.
    private static Object key(Path root) throws IOException {
        Path real = root.toRealPath();
        return Optional.ofNullable(Files.readAttributes(real, BasicFileAttributes.class).fileKey())
                .orElse(real);
    }

    private static ProductionLock lock(ProductionLayout layout, Object key, Writer writer)
            throws IOException {
        FileChannel channel =
                FileChannel.open(
                        layout.lock(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        boolean isHeld = false;
        try {
            if (!isLocked(channel)) {
                throw new ProductionBusy(layout.root(), Writer.parse(line(channel)));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(writer.line()), 0);
            isHeld = true;
            return new ProductionLock(key, channel);
        } finally {
            if (!isHeld) {
                channel.close();
            }
        }
    }

    /// The channel keeps the lock; another class loader of this process counts as another program.
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static byte[] line(FileChannel channel) throws IOException {
        var line = ByteBuffer.allocate(LONGEST_LINE);
        int length = Math.max(0, channel.read(line, 0));
        return Arrays.copyOf(line.array(), length);
    }

    /// Gives the production free. The empty file stays: deleting it would let two writers lock two
    /// files of one name.
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new ProductionFolderRefused(
                    "could not clear the production's lock file: " + e.getMessage(), e);
        } finally {
            HELD_HERE.remove(key);
        }
    }
}
