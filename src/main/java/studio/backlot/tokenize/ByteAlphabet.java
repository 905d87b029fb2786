package studio.backlot.tokenize;

import java.nio.charset.StandardCharsets;

/// The printable character that stands for each byte in byte-level vocabularies (GPT-2's table).
///
/// Printable Latin-1 stands for itself; the other 68 bytes take the characters from U+0100 on, in
/// their order, so that a blank is `Ġ`.
final class ByteAlphabet {
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    private static char[] characters() {
        var characters = new char[256];
        char next = 0x100;
        for (char b = 0; b < 256; b++) {
            boolean isPrintable = (b >= '!' && b <= '~') || (b >= 0xa1 && b != 0xad);
            characters[b] = isPrintable ? b : next++;
        }
        return characters;
    }

    /// One character for each byte of the text in UTF-8.
    static String spell(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var spelled = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            spelled[i] = CHARACTERS[bytes[i] & 0xff];
        }
        return new String(spelled);
    }
}
