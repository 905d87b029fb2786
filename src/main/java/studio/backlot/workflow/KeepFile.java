package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Path;
import studio.backlot.asset.DurableFile;

/// Writes a small file that a person takes outside: a checkpoint, a receipt.
public final class KeepFile {
    private KeepFile() {}

    /// Writes the file whole or not at all, replacing what was there; throws [ExportFailed] in
    /// words.
    public static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        try {
            Path temporary = DurableFile.waitingBeside(target, content);
            DurableFile.discard(temporary);
            DurableFile.replace(target, temporary, content);
        } catch (IOException e) {
            throw new ExportFailed(target, e);
        }
    }

    /// The folder, made where it is not there; throws [ExportFailed] in words.
    public static Path folder(Path folder) {
        try {
            DurableFile.makeFolder(folder);
        } catch (IOException e) {
            throw new ExportFailed(folder, e);
        }
        return folder;
    }

    /// Writes a file in a folder, which is made where it is not there, and returns it; throws
    /// [ExportFailed] in words.
    public static Path writeIn(Path folder, String name, byte[] content) {
        Path file = folder(folder).resolve(name);
        write(file, content);
        return file;
    }
}
