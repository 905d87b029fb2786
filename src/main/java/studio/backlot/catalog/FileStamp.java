package studio.backlot.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/// What the file system says of a file at one moment, enough to tell that its bytes are still the
/// same.
///
/// Times are nanoseconds since 1970. `changed` (ctime) and `inode` are 0 where the system has none,
/// as on Windows.
public record FileStamp(String path, long bytes, long modified, long changed, long inode) {

    /// The stamp of a file now, symbolic links followed; throws [PackUnreadable].
    public static FileStamp of(Path file) {
        try {
            BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
            long changed = 0;
            long inode = 0;
            if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                changed =
                        Files.getAttribute(file, "unix:ctime") instanceof FileTime time
                                ? nanos(time)
                                : 0;
                inode = Files.getAttribute(file, "unix:ino") instanceof Long number ? number : 0;
            }
            return new FileStamp(
                    pathOf(file), basic.size(), nanos(basic.lastModifiedTime()), changed, inode);
        } catch (IOException e) {
            throw new PackUnreadable(file, e);
        }
    }

    private static String pathOf(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /// The later of the two times.
    long newestTime() {
        return Math.max(modified, changed);
    }
}
