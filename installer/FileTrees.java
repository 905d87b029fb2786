import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Copying and comparing of files and folders, their times kept.
final class FileTrees {
    private FileTrees() {}

    /// Makes `to` hold the same files as `from`: copies what differs in size or time, removes what
    /// is no longer there.
    static void mirror(Path from, Path to) throws IOException {
        for (Path file : filesUnder(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            copyIfChanged(file, target);
        }
        for (Path file : filesUnder(to)) {
            if (!Files.exists(from.resolve(to.relativize(file)))) {
                Files.delete(file);
            }
        }
    }

    static void copyIfChanged(Path from, Path to) throws IOException {
        if (!isSame(to, Files.size(from), Files.getLastModifiedTime(from))) {
            Files.copy(
                    from,
                    to,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static boolean isSame(Path file, long size, FileTime time) throws IOException {
        return Files.exists(file)
                && Files.size(file) == size
                && Files.getLastModifiedTime(file).equals(time);
    }

    static List<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, IOException e)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
