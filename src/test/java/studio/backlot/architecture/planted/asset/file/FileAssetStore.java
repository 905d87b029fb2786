package studio.backlot.architecture.planted.asset.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Innocent: an adapter writes files.
public final class FileAssetStore {
    private FileAssetStore() {}

    public static void keep(Path file, byte[] content) throws IOException {
        Files.write(file, content);
    }
}
