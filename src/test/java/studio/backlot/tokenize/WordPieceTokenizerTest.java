package studio.backlot.tokenize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backlot.base.JsonValue.JsonObject;

class WordPieceTokenizerTest {
    private static final Path BUNDLED = Path.of("models", "backdrop-mini", "tokenizer");
    private static final TextTokenizer TOKENIZER = TokenizerFolder.open(BUNDLED);

    @ParameterizedTest
    @MethodSource("vectors")
    void awkwardTextsHaveTheIdsThatTransformersGivesThem(TokenVectors vector) {
        vector.assertSame(TOKENIZER, 0);
    }

    static Stream<TokenVectors> vectors() {
        return TokenVectors.of("wordpiece");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void thePromptsOfTheGoldenPicturesHaveTheirIds(JsonObject golden) {
        String text = golden.text("text").orElseThrow();

        assertThat(TOKENIZER.encode(text, SpecialTokens.ESCAPED).ids())
                .containsExactly(TokenVectors.ids(golden, "ids"));
    }

    static Stream<JsonObject> golden() {
        return TokenVectors.cases("backdrop-tokens.json");
    }

    @Test
    void aTextThatFitsExactlyIsNotTruncatedAndOneWordMoreIs() {
        TokenizedText full = TOKENIZER.encode("tree ".repeat(62), SpecialTokens.ESCAPED);
        TokenizedText more = TOKENIZER.encode("tree ".repeat(63), SpecialTokens.ESCAPED);

        assertThat(full.isTruncated()).isFalse();
        assertThat(more.isTruncated()).isTrue();
        assertThat(more.ids()).containsExactly(full.ids());
        assertThat(more.used()).isEqualTo(64);
    }

    @Test
    void unpairedSurrogatesDoNoHarm() {
        assertThat(TOKENIZER.encode("a \ud83c tree\udfd4", SpecialTokens.ESCAPED).ids())
                .containsExactly(TOKENIZER.encode("a tree", SpecialTokens.ESCAPED).ids());
    }

    @Test
    void theVocabularyFileAloneGivesTheSameIds(@TempDir Path folder) throws IOException {
        for (String file : new String[] {"vocab.txt", "tokenizer_config.json"}) {
            Files.copy(BUNDLED.resolve(file), folder.resolve(file));
        }
        TextTokenizer fallback = TokenizerFolder.open(folder);

        assertThat(fallback.maxLength()).isEqualTo(64);
        vectors().forEach(vector -> vector.assertSame(fallback, 0));
    }
}
