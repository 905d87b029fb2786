package studio.backlot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;

class FingerprintWordsTest {
    /// The list's own example has 20 bytes.
    private static final ContentHash FINGERPRINT =
            new ContentHash("e58294f2e9a227486e8b061b31cc528fd7fa3f190000ffff0100fe0180017f00");

    private static final String WORDS =
            """
            topmost Istanbul Pluto vagabond treadmill Pacific brackish dictator
            goldfish Medusa afflict bravado chatter revolver Dupont midsummer
            stopwatch whimsical cowbell bottomless
            """;

    @Test
    void theListsOwnExampleReadsAsPublished() {
        assertThat(FingerprintWords.of(FINGERPRINT).subList(0, 20))
                .containsExactly(WORDS.split("\\s+"));
        assertThat(FingerprintWords.lines(FINGERPRINT))
                .hasSize(4)
                .last()
                .asString()
                .startsWith("absurd adroitness ");
    }

    @Test
    void wordsLeadBackToEveryFingerprint() {
        var random = new Random(3);
        byte[] bytes = new byte[32];
        for (int i = 0; i < 200; i++) {
            random.nextBytes(bytes);
            ContentHash hash = ContentHash.ofDigest(bytes);
            assertThat(FingerprintWords.parse(String.join(" ", FingerprintWords.of(hash))))
                    .isEqualTo(hash);
        }
    }

    @Test
    void aReaderMayPartTheWordsAsHeLikesAndForgetCapitals() {
        String words = String.join(", ", FingerprintWords.lines(FINGERPRINT));
        assertThat(FingerprintWords.parse("  " + words.toUpperCase(Locale.ROOT) + ".\n"))
                .isEqualTo(FINGERPRINT);
        assertThat(FingerprintWords.parse(words.replace(" ", " - "))).isEqualTo(FINGERPRINT);
    }

    @Test
    void anExchangedDoubledOrForeignWordIsNamed() {
        List<String> words = FingerprintWords.of(FINGERPRINT);
        List<String> exchanged = new ArrayList<>(words);
        Collections.swap(exchanged, 4, 5);
        assertThatThrownBy(() -> FingerprintWords.parse(String.join(" ", exchanged)))
                .hasMessage(
                        "word 5, \"Pacific\", cannot stand there: a word before it is missing, doubled or exchanged");
        List<String> atTheStart = new ArrayList<>(words);
        Collections.swap(atTheStart, 0, 1);
        assertThatThrownBy(() -> FingerprintWords.parse(String.join(" ", atTheStart)))
                .hasMessageStartingWith("word 1, \"" + words.get(1) + "\", cannot stand there");
        List<String> foreign = new ArrayList<>(words);
        foreign.set(31, "lighthouse");
        assertThatThrownBy(() -> FingerprintWords.parse(String.join(" ", foreign)))
                .hasMessage("word 32, \"lighthouse\", is in no fingerprint: listen again");
        assertThatThrownBy(() -> FingerprintWords.parse(String.join(" ", words.subList(0, 31))))
                .hasMessage("a fingerprint has 32 words, these are 31");
        assertThatThrownBy(() -> FingerprintWords.parse("")).hasMessageEndingWith("these are 0");
    }

    @Test
    void noWordStandsForTwoBytes() {
        List<String> lines = List.of(FingerprintWords.table().split("\n"));
        assertThat(lines).hasSize(256).allMatch(line -> line.matches("[A-Za-z]+ [A-Za-z]+"));
        var seen = new HashSet<String>();
        assertThat(lines.stream().flatMap(line -> List.of(line.split(" ")).stream()))
                .allMatch(word -> seen.add(word.toLowerCase(Locale.ROOT)));
    }
}
