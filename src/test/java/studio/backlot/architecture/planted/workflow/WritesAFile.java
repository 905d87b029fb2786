package studio.backlot.architecture.planted.workflow;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Guilty: every way to a file that is not an adapter's.
public final class WritesAFile {
    private WritesAFile() {}

    public static void text(Path file) throws IOException {
        Files.writeString(file, "x");
    }

    public static OutputStream stream(Path file) throws IOException {
        return Files.newOutputStream(file);
    }

    public static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to);
    }

    public static OutputStream old(File file) throws IOException {
        return new FileOutputStream(file);
    }
}
