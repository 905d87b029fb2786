package studio.backlot.search.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import studio.backlot.search.IndexFailed;

/// The place of an index that this program alone uses while it runs: a file in a folder of such
/// files, named by the process, so that what a killed one left is cleared by the next.
public final class OwnIndexFile implements AutoCloseable {
    private static final String PARTS = "-";

    private final Path folder;
    private final String name;

    private OwnIndexFile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// A place in this folder, which is made where it is not there.
    public static OwnIndexFile in(Path folder, UUID id) {
        var own = new OwnIndexFile(folder, ProcessHandle.current().pid() + PARTS + id);
        try {
            Files.createDirectories(folder);
            for (Path file : own.files()) {
                if (!isOfARunningProgram(file)) {
                    Files.deleteIfExists(file);
                }
            }
            return own;
        } catch (IOException e) {
            throw new IndexFailed(
                    "The lists of this show cannot be kept in "
                            + folder
                            + "; check that it may be written ("
                            + e.getMessage()
                            + ").",
                    e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static boolean isOfARunningProgram(Path file) {
        String process = String.valueOf(file.getFileName()).split(PARTS, 2)[0];
        return !process.isEmpty()
                && process.chars().allMatch(Character::isDigit)
                && ProcessHandle.of(Long.parseLong(process)).isPresent();
    }

    /// Where the index is to be opened.
    public Path path() {
        return folder.resolve(name);
    }

    /// Deletes it; the index is closed by then.
    @Override
    public void close() {
        try {
            for (Path file : files()) {
                if (String.valueOf(file.getFileName()).startsWith(name)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new IndexFailed("What was kept of the lists stays in " + folder + ".", e);
        }
    }
}
