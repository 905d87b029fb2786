package studio.backlot.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts of all rooms, in both languages.
class WordsTest {
    private static final Path ROOMS = Path.of("src/main/resources/studio/backlot/ui");
    private static final Pattern USED =
            Pattern.compile("words\\.get\\(\\s*\"([A-Za-z0-9.+]+)\"\\s*[,)]");

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOMS)) {
            return files.filter(file -> file.endsWith("words.properties"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void everyTextIsThereInSpanishToo() throws IOException {
        assertThat(bundles()).isNotEmpty();
        for (Path file : bundles()) {
            Set<String> english = new TreeSet<>(read(file).stringPropertyNames());
            Set<String> spanish =
                    new TreeSet<>(
                            read(file.resolveSibling("words_es.properties")).stringPropertyNames());
            // keys are the same on every keyboard
            english.removeIf(key -> key.endsWith(".key"));
            assertThat(spanish).as(file.toString()).isEqualTo(english);
        }
    }

    @Test
    void everyTextIsAPatternWithTheSamePlacesInBothLanguages() throws IOException {
        for (Path file : bundles()) {
            Properties english = read(file);
            Properties spanish = read(file.resolveSibling("words_es.properties"));
            for (String key : spanish.stringPropertyNames()) {
                assertThat(new MessageFormat(spanish.getProperty(key)).getFormatsByArgumentIndex())
                        .as(file + " " + key)
                        .hasSameSizeAs(
                                new MessageFormat(english.getProperty(key))
                                        .getFormatsByArgumentIndex());
            }
        }
    }

    @Test
    void everyTextThatARoomAsksForIsThere() throws IOException {
        for (Path file : bundles()) {
            String room = String.valueOf(file.resolveSibling("").getFileName());
            Set<String> known = read(file).stringPropertyNames();
            try (Stream<Path> sources =
                    Files.list(Path.of("src/main/java/studio/backlot/ui", room))) {
                for (Path source :
                        sources.filter(one -> one.toString().endsWith(".java")).toList()) {
                    Set<String> asked =
                            USED.matcher(Files.readString(source))
                                    .results()
                                    .map(hit -> hit.group(1))
                                    .collect(Collectors.toSet());
                    asked.removeAll(known);
                    assertThat(asked).as(source.toString()).isEmpty();
                }
            }
        }
    }

    @Test
    void aTextIsFilledInAndAMissingOneShowsItsKey() {
        Words words = Words.of("shell", Locale.ENGLISH);
        assertThat(words.get("seal.recorded", words.number(1204))).isEqualTo("Recorded · 1,204");
        assertThat(words.get("no.such.text")).isEqualTo("<no.such.text>");
        assertThat(Words.of("shell", Locale.of("es", "MX")).get("room.review"))
                .isEqualTo("Revisión");
        assertThat(Words.of("shell", Locale.JAPANESE).get("room.review")).isEqualTo("Review");
    }
}
