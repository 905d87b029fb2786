package studio.backlot.clearance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words of English (SCOWL, 73,000 of them), to tell *Dawn* the name from dawn the hour.
///
/// A word in small letters is an ordinary one; one that is only written with a capital, such as
/// *Paris* or *Jane*, is proper.
public final class EnglishWords {
    private static final String FILE = "english-words.txt";

    private final Set<String> ordinary;
    private final Set<String> proper;

    private EnglishWords(Set<String> ordinary, Set<String> proper) {
        this.ordinary = ordinary;
        this.proper = proper;
    }

    /// Reads the list that comes with the program; takes some milliseconds, so ask for it once and
    /// only where a name is listed.
    public static EnglishWords load() {
        try (InputStream file = EnglishWords.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its own file " + FILE);
            }
            return of(new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EnglishWords of(List<String> words) {
        Set<String> ordinary = HashSet.newHashSet(words.size());
        Set<String> proper = new HashSet<>();
        for (String word : words) {
            if (Character.isUpperCase(word.charAt(0))) {
                proper.add(Character.toLowerCase(word.charAt(0)) + word.substring(1));
            } else {
                ordinary.add(word);
            }
        }
        return new EnglishWords(ordinary, proper);
    }

    /// Whether the word, given in small letters without accents, is an ordinary one.
    boolean isOrdinary(String word) {
        return ordinary.contains(word);
    }

    /// Whether the word is ordinary or proper.
    boolean isKnown(String word) {
        return ordinary.contains(word) || proper.contains(word);
    }
}
