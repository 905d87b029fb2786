package studio.backlot.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One Java source file: its path with forward slashes, relative to the project, and its lines.
record SourceFile(String path, List<String> lines) {
    /// A source given as text.
    static SourceFile of(String path, String text) {
        return new SourceFile(path, text.lines().toList());
    }

    /// All Java files below a folder of the project.
    static List<SourceFile> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of the file without its folders.
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The path without the file's name.
    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    boolean isTest() {
        return path.startsWith("src/test/");
    }

    private static SourceFile read(Path file) {
        try {
            return of(file.toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
