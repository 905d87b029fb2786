package studio.backlot.architecture.planted.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Innocent: reading is free.
public final class ReadsAFile {
    private ReadsAFile() {}

    public static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
