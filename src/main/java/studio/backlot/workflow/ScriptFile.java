package studio.backlot.workflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.base.WindowThread;

/// A writer's script as a file of Fountain text that is open for writing: its words, and what the
/// file held when they were read or kept last.
///
/// Words are lines parted by `\n`. In the file they are UTF-8; a byte order mark and Windows line
/// ends are kept as they are found.
///
/// @param strange what was not understood when it was opened; such a file is left as it is
public record ScriptFile(
        Path path, String text, Form form, List<StrangeText> strange, ContentHash stored) {
    private static final String SUFFIX = ".fountain";
    private static final long LARGEST = 16L << 20;

    public ScriptFile {
        strange = List.copyOf(strange);
    }

    /// How words lie in the file.
    public record Form(boolean hasMark, boolean hasWindowsLines) {
        static final Form PLAIN = new Form(false, false);

        private static Form of(String content) {
            return new Form(
                    content.startsWith(MARK),
                    content.contains("\r\n") && content.replace("\r\n", "").indexOf('\n') < 0);
        }

        private byte[] bytes(String words) {
            String lines = hasWindowsLines ? words.replace("\n", "\r\n") : words;
            return ((hasMark ? MARK : "") + lines).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final String MARK = "\uFEFF";

    /// The file cannot be read as a script, or was changed by somebody else; the message says what
    /// to do.
    public static final class ScriptTrouble extends RuntimeException {
        private static final long serialVersionUID = 1;

        ScriptTrouble(String message) {
            super(message);
        }
    }

    /// Opens a script. What is no text in UTF-8 is read as well as can be, and said in `strange`.
    public static ScriptFile open(Path path) {
        byte[] bytes = read(path);
        String content = new String(bytes, StandardCharsets.UTF_8);
        String words =
                (content.startsWith(MARK) ? content.substring(1) : content).replace("\r\n", "\n");
        return new ScriptFile(
                path,
                words,
                Form.of(content),
                StrangeText.allIn(words, isText(bytes)),
                ContentHash.of(bytes));
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] read(Path path) {
        WindowThread.refuse("a script was read");
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
    /// `Name.fountain`, `Name 2.fountain` and so on. The folder is made where it is not there.
    public static ScriptFile beginIn(Path folder, String name, String words) {
        String free = name + SUFFIX;
        for (int number = 2; Files.exists(folder.resolve(free)); number++) {
            free = name + " " + number + SUFFIX;
        }
        return open(KeepFile.writeIn(folder, free, Form.PLAIN.bytes(words)));
    }

    /// The script that a folder holds, the first by its name; none where it holds none.
    public static Optional<Path> firstIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether something in it was lost in reading, so that writing it back would lose it.
    public boolean isDamaged() {
        return strange.stream().anyMatch(StrangeText::isLost);
    }

    /// Keeps other words in the file, whole or not at all. Throws [ScriptTrouble] where somebody
    /// else changed it meanwhile or it was not understood whole, and [ExportFailed] where it cannot
    /// be written; the words are still with the caller then.
    public ScriptFile keep(String words) {
        if (isDamaged()) {
            throw new ScriptTrouble(
                    path
                            + " was not understood whole, and is left as it is: save your words under another name");
        }
        if (Files.exists(path) && !ContentHash.of(read(path)).equals(stored)) {
            throw new ScriptTrouble(
                    path
                            + " was changed by another program since it was opened here, and is left as it is: save yours under another name");
        }
        return keepAt(path, words);
    }

    /// Keeps the words in another file, replacing what is there.
    public ScriptFile keepAt(Path other, String words) {
        byte[] bytes = form.bytes(words);
        KeepFile.write(other, bytes);
        return new ScriptFile(
                other, words, form, StrangeText.allIn(words, true), ContentHash.of(bytes));
    }
}
