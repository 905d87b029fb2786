package studio.backlot.acceptance;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backlot.base.ContentHash;

/// A word that occurs nowhere else, and the search for it in every byte of some folders, in each
/// form it might take.
public record Canary(String word) {

    /// The files below the folders whose bytes or name hold the word.
    public List<Path> foundIn(Path... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    boolean isNamed =
                            lower(String.valueOf(file.getFileName())).contains(lower(word));
                    if (isNamed || (Files.isRegularFile(file) && isIn(Files.readAllBytes(file)))) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    /// Whether the bytes hold the word.
    public boolean isIn(byte[] bytes) {
        String text = lower(new String(bytes, StandardCharsets.ISO_8859_1));
        return forms().anyMatch(form ->
                text.contains(lower(new String(form, StandardCharsets.ISO_8859_1))));
    }

    /// UTF-8, both UTF-16 and UTF-32, JSON escapes, hexadecimal, Base64 at each of its three
    /// alignments, and the hashes by which a word can be guessed.
    private Stream<byte[]> forms() {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        String escaped =
                word.chars()
                        .mapToObj(c -> String.format(Locale.ROOT, "\\u%04x", c))
                        .collect(Collectors.joining());
        ContentHash hash = ContentHash.of(utf8);
        Stream<byte[]> charsets =
                Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")
                        .map(name -> word.getBytes(Charset.forName(name)));
        Stream<String> texts = Stream.of(escaped, HexFormat.of().formatHex(utf8), hash.hex());
        return Stream.of(
                        charsets,
                        texts.map(t -> t.getBytes(StandardCharsets.US_ASCII)),
                        Stream.of(hash.bytes()),
                        base64(utf8))
                .flatMap(form -> form);
    }

    private static Stream<byte[]> base64(byte[] utf8) {
        var encoder = Base64.getEncoder();
        return Stream.of(0, 1, 2)
                .map(shift -> {
                    byte[] shifted = new byte[shift + utf8.length];
                    System.arraycopy(utf8, 0, shifted, shift, utf8.length);
                    // the characters at both ends also hold bits of the neighbours
                    String text = encoder.withoutPadding().encodeToString(shifted);
                    return text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2)
                            .getBytes(StandardCharsets.US_ASCII);
                });
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
