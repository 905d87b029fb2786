package studio.backlot.workflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.backlot.base.ContentHash;

/// A writer's script as a file of Fountain text that is open for writing: its words, and what the
/// file held when they were read or kept last.
///
/// Text is UTF-8; a byte order mark and Windows line ends are kept as they are found.
public record ScriptFile(Path path, String text, ContentHash stored) {
    private static final String SUFFIX = ".fountain";
    private static final long LARGEST = 16L << 20;

    /// The file cannot be read as a script, or was changed by somebody else; the message says what
    /// to do.
    public static final class ScriptTrouble extends RuntimeException {
        private static final long serialVersionUID = 1;

        ScriptTrouble(String message) {
            super(message);
        }
    }

    /// Opens a script. Throws [ScriptTrouble] for a file that is no text.
    public static ScriptFile open(Path path) {
        byte[] bytes = read(path);
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new ScriptFile(path, text, ContentHash.of(bytes));
        } catch (CharacterCodingException e) {
            throw new ScriptTrouble(
                    path
                            + " is not a text in UTF-8, so it is left as it is: save it as UTF-8 in the program that made it, or export it as Fountain there");
        }
    }

    private static byte[] read(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new ScriptTrouble(path + " is larger than any script: it was not opened");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new ScriptTrouble(
                    "the script "
                            + path
                            + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "): check that the file is there and that you may read it");
        }
    }

    /// Begins a script in a file that is not there yet, or takes it as it is.
    public static ScriptFile begin(Path path) {
        if (Files.exists(path)) {
            return open(path);
        }
        KeepFile.write(path, new byte[0]);
        return open(path);
    }

    /// Begins a script with these words in a file of the folder that no other has the name of:
    /// `Name.fountain`, `Name 2.fountain` and so on.
    public static ScriptFile beginIn(Path folder, String name, String words) {
        Path path = folder.resolve(name + SUFFIX);
        for (int number = 2; Files.exists(path); number++) {
            path = folder.resolve(name + " " + number + SUFFIX);
        }
        return begin(path).keepAt(path, words);
    }

    /// Keeps other words in the file, whole or not at all. Throws [ScriptTrouble] where somebody
    /// else changed it meanwhile, and [ExportFailed] where it cannot be written; the words are
    /// still with the caller then.
    public ScriptFile keep(String words) {
        if (Files.exists(path) && !ContentHash.of(read(path)).equals(stored)) {
            throw new ScriptTrouble(
                    path
                            + " was changed by another program since it was opened here, and is left as it is: save yours under another name");
        }
        return keepAt(path, words);
    }

    /// Keeps the words in another file, replacing what is there.
    public ScriptFile keepAt(Path other, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        KeepFile.write(other, bytes);
        return new ScriptFile(other, words, ContentHash.of(bytes));
    }
}
