package studio.backlot.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backlot.base.ContentHash;

/// A key's fingerprint in words that two people read to each other: the PGP word list of Juola and
/// Zimmermann (1995), one word for each byte.
///
/// Bytes at even places have words of two syllables, those at odd places words of three, so that a
/// word left out, said twice or exchanged with its neighbour is heard.
public final class FingerprintWords {
    private static final String RESOURCE = "pgp-words.txt";
    private static final int BYTES = 32;
    private static final int IN_A_LINE = 8;
    private static final List<List<String>> PAIRS = read();

    private FingerprintWords() {}

    private static List<List<String>> read() {
        try (var stream = FingerprintWords.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))
                    .lines()
                    .map(line -> List.of(line.split(" ", 2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read from the program", e);
        }
    }

    /// The 32 words of a fingerprint.
    public static List<String> of(ContentHash fingerprint) {
        byte[] bytes = fingerprint.bytes();
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> PAIRS.get(bytes[i] & 0xff).get(i % 2))
                .toList();
    }

    /// The 32 words in four lines of eight, as they are shown.
    public static List<String> lines(ContentHash fingerprint) {
        List<String> words = of(fingerprint);
        return IntStream.range(0, BYTES / IN_A_LINE)
                .mapToObj(line ->
                        String.join(" ", words.subList(line * IN_A_LINE, (line + 1) * IN_A_LINE)))
                .toList();
    }

    /// The fingerprint that 32 words stand for, in any case and however they are parted; throws
    /// [IllegalArgumentException] naming the first word that cannot be right.
    public static ContentHash parse(String text) {
        List<String> words =
                List.of(text.strip().split("[^A-Za-z]+")).stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.size() != BYTES) {
            throw new IllegalArgumentException(
                    "a fingerprint has " + BYTES + " words, these are " + words.size());
        }
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = (byte) byteOf(words.get(i), i);
        }
        return new ContentHash(HexFormat.of().formatHex(bytes));
    }

    private static int byteOf(String word, int place) {
        for (int value = 0; value < PAIRS.size(); value++) {
            if (PAIRS.get(value).get(place % 2).equalsIgnoreCase(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                "word " + (place + 1) + ", \"" + word + "\", " + reason(word, place));
    }

    private static String reason(String word, int place) {
        boolean isOfOtherPlaces =
                PAIRS.stream().anyMatch(pair -> pair.get((place + 1) % 2).equalsIgnoreCase(word));
        return isOfOtherPlaces
                ? "cannot stand there: a word before it is missing, doubled or exchanged"
                : "is in no fingerprint: listen again";
    }

    /// The whole list as 256 lines of two words, for a page that turns bytes into words by itself.
    public static String table() {
        return PAIRS.stream()
                .map(pair -> String.join(" ", pair))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
