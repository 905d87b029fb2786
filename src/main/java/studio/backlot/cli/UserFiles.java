package studio.backlot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads the files that a person names on the command line.
public final class UserFiles {
    private UserFiles() {}

    /// The file's bytes; [WrongUse] in words when it cannot be read.
    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new WrongUse("there is no file " + file);
        } catch (IOException e) {
            throw new WrongUse("the file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
