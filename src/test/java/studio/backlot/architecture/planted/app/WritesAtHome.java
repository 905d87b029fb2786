package studio.backlot.architecture.planted.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Guilty: the composition root puts together, an adapter writes.
public final class WritesAtHome {
    private WritesAtHome() {}

    public static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
    }
}
