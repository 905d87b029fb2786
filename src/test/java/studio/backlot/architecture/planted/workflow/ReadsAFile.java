package studio.backlot.architecture.planted.workflow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Innocent: reading is free.
public final class ReadsAFile {
    private ReadsAFile() {}

    public static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    public static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }
}
