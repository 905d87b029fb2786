package studio.backlot.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import studio.backlot.identity.SigningKey;

/// A text with signature lines in the C2SP signed-note form (c2sp.org/signed-note): text, an empty
/// line, and lines `— name base64(key hash ‖ signature)`.
public record SignedNote(String text, List<SignatureLine> signatures) {
    private static final String LINE_START = "— ";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /// One signature: the key's name, the 4-byte key hash, the 64-byte Ed25519 signature over the
    /// text.
    public record SignatureLine(String name, byte[] keyHash, byte[] signature) {
        String line() {
            var out = new ByteArrayOutputStream();
            out.writeBytes(keyHash);
            out.writeBytes(signature);
            return LINE_START
                    + name
                    + " "
                    + Base64.getEncoder().encodeToString(out.toByteArray())
                    + "\n";
        }
    }

    /// Signs a checkpoint with the log's key, under the checkpoint's origin as the key's name.
    public static SignedNote sign(Checkpoint checkpoint, SigningKey key) {
        String text = checkpoint.text();
        byte[] keyHash = new NoteKey(checkpoint.origin(), key.verificationKey()).keyHash();
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(
                text, List.of(new SignatureLine(checkpoint.origin(), keyHash, signature)));
    }

    /// Reads a note; throws [MalformedNote] saying what is wrong. Reads only the exact form that
    /// [#format] writes.
    public static SignedNote parse(String note) {
        int split = note.lastIndexOf("\n\n");
        if (split < 1 || split + 2 == note.length() || !note.endsWith("\n")) {
            throw new MalformedNote(
                    "a signed note has an empty line before its signatures and ends with a newline");
        }
        List<SignatureLine> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(parseLine(line));
        }
        var parsed = new SignedNote(note.substring(0, split + 1), signatures);
        if (!parsed.format().equals(note)) {
            throw new MalformedNote("the note is not in its one exact form");
        }
        return parsed;
    }

    private static SignatureLine parseLine(String line) {
        String[] words = line.split(" ", -1);
        try {
            byte[] bytes = Base64.getDecoder().decode(words[words.length - 1]);
            if (words.length != 3 || !words[0].equals(LINE_START.strip()) || bytes.length != 68) {
                throw new MalformedNote("not a signature line: \"" + line + "\"");
            }
            return new SignatureLine(
                    words[1], Arrays.copyOf(bytes, 4), Arrays.copyOfRange(bytes, 4, 68));
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("not a signature line: \"" + line + "\"");
        }
    }

    /// The note as one text.
    public String format() {
        var out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature.line()));
        return out.toString();
    }

    /// The checkpoint in the text; throws [MalformedNote] when there is none.
    public Checkpoint checkpoint() {
        return Checkpoint.parse(text);
    }

    /// Whether one of the signatures is this key's over the text.
    public boolean isSignedBy(NoteKey key) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return signatures.stream()
                .anyMatch(s ->
                        s.name().equals(key.name())
                                && Arrays.equals(s.keyHash(), key.keyHash())
                                && key.key().verifies(message, s.signature()));
    }
}
