package studio.backlot.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backlot.base.JsonValue.JsonObject;

class ClipTokenizerTest {
    private static final Path TINY =
            Path.of("src", "test", "resources", "tiny-models", "tiny-sd15", "tokenizer");
    private static final int END = 49407;
    private static final TextTokenizer TOKENIZER = TokenizerFolder.open(TINY);

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("vectors")
    void awkwardTextsHaveTheIdsThatTransformersGivesThem(TokenVectors vector) {
        vector.assertSame(TOKENIZER, END);
    }

    static Stream<TokenVectors> vectors() {
        return TokenVectors.of("clip");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void theGoldenTextsHaveTheirIds(JsonObject golden) {
        String text = golden.text("text").orElseThrow();

        assertThat(TOKENIZER.encode(text, SpecialTokens.PARSED).ids())
                .containsExactly(TokenVectors.ids(golden, "ids"));
    }

    static Stream<JsonObject> golden() {
        return TokenVectors.cases("clip-tokens.json");
    }

    @Test
    void aTextThatFitsExactlyIsNotTruncatedAndOneWordMoreIs() {
        assertThat(TOKENIZER.encode("tree ".repeat(75), SpecialTokens.PARSED).isTruncated())
                .isFalse();
        assertThat(TOKENIZER.encode("tree ".repeat(76), SpecialTokens.PARSED).isTruncated())
                .isTrue();
    }

    @Test
    void oneWordOfAMillionLettersIsNoBurden() {
        assertThat(TOKENIZER.encode("abc".repeat(333_333), SpecialTokens.PARSED).isTruncated())
                .isTrue();
    }

    /// The expected ids are those of transformers 5.23.0 for the text "Hi! <|ENDOFTEXT|>
    /// x<|endoftext|>y" cut to 14; case d is the second tokenizer of SDXL as it is shipped.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pad_token: '!'||0|1883 0 27 347 40786 4160 91 285 343 49407 344",
                "|pad_token: '!'|0|1883 0 27 347 40786 4160 91 285 343 49407 344",
                "pad_token: '!'|pad_token: '<end>'|49407|1883 256 27 347 40786 4160 91 285 343 49407 344",
                "pad_token: '!', added_tokens_decoder: {'0': <!>, '49407': <n>}|pad_token: '<end>'"
                        + "|0|1883 0 49407 343 49407 344",
                "added_tokens_decoder: {'0': <!>, '49407': <n>}|pad_token: '!'|49407|1883 0 49407 343 49407 344",
                "||49407|1883 256 27 347 40786 4160 91 285 343 49407 344",
                "pad_token: {'__type': 'AddedToken', 'content': '!'}||0|1883 0 27 347 40786 4160 91 285 343 49407 344"
            })
    void theFilesBesideTheVocabularyTellPaddingAndSpecialTokens(
            String config, String map, int padId, String expected) throws IOException {
        copyVocabulary();
        write(
                "tokenizer_config.json",
                "model_max_length: 14" + (config == null ? "" : ", " + config));
        if (map != null) {
            write("special_tokens_map.json", map);
        }
        int[] ids =
                TokenizerFolder.open(folder)
                        .encode("Hi! <|ENDOFTEXT|> x<|endoftext|>y", SpecialTokens.PARSED)
                        .ids();

        int[] words = Stream.of(expected.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        int[] padded = new int[14];
        Arrays.fill(padded, padId);
        padded[0] = 49406;
        System.arraycopy(words, 0, padded, 1, words.length);
        padded[words.length + 1] = END;
        assertThat(ids).containsExactly(padded);
    }

    @Test
    void aTokenizerJsonGivesTheSameIdsAsTheTwoFiles() throws IOException {
        Files.copy(TINY.resolve("tokenizer_config.json"), folder.resolve("tokenizer_config.json"));
        String merges =
                Files.readAllLines(TINY.resolve("merges.txt")).stream()
                        .skip(1)
                        .map(line -> '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .map(line ->
                                line.contains("th") ? '[' + line.replace(" ", "\",\"") + ']' : line)
                        .collect(java.util.stream.Collectors.joining(","));
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"added_tokens\": [{\"id\": 49407, \"content\": \"<|endoftext|>\", \"special\": true}],"
                        + "\"model\": {\"type\": \"BPE\", \"end_of_word_suffix\": \"</w>\", \"vocab\": "
                        + Files.readString(TINY.resolve("vocab.json"))
                        + ", \"merges\": ["
                        + merges
                        + "]}}");
        TextTokenizer tokenizer = TokenizerFolder.open(folder);

        vectors().forEach(vector -> vector.assertSame(tokenizer, END));
    }

    @Test
    void missingAndBrokenFilesAreNamed() throws IOException {
        Files.copy(TINY.resolve("vocab.json"), folder.resolve("vocab.json"));
        assertUnusable("merges.txt", "missing");

        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\n");
        assertUnusable("merges.txt", "no merges");

        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\ni n\nt h x\n");
        assertUnusable("merges.txt", "\"t h x\"");

        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\ni n\nzzz zzzz\n");
        assertUnusable("merges.txt", "\"zzz\"");

        Files.writeString(folder.resolve("vocab.json"), "{\"a\": 0, \"b\"");
        assertUnusable("vocab.json", "broken");

        Files.writeString(folder.resolve("vocab.json"), "{\"a\": 0}");
        assertUnusable("vocab.json", "not CLIP's");

        Files.delete(folder.resolve("vocab.json"));
        assertUnusable("vocab.json", "missing");
    }

    @Test
    void aPaddingTokenThatTheVocabularyLacksIsRefused() throws IOException {
        copyVocabulary();
        write("tokenizer_config.json", "pad_token: '<nothing>'");

        assertUnusable("vocab.json", "<nothing>");
    }

    private void assertUnusable(String file, String named) {
        assertThatThrownBy(() -> TokenizerFolder.open(folder))
                .isInstanceOf(TokenizerUnusable.class)
                .hasMessageContainingAll(folder.resolve(file).toString(), named, "install");
    }

    private void copyVocabulary() throws IOException {
        for (String file : new String[] {"vocab.json", "merges.txt"}) {
            Files.copy(TINY.resolve(file), folder.resolve(file));
        }
    }

    /// Writes members in a short hand: no braces around, single quotes, no quotes around names.
    private void write(String file, String members) throws IOException {
        String json =
                ("{" + members + "}")
                        .replace("<end>", "<|endoftext|>")
                        .replace("<!>", "{'content': '!', 'special': true, 'normalized': false}")
                        .replace(
                                "<n>",
                                "{'content': '<|endoftext|>', 'special': true, 'normalized': true}")
                        .replaceAll("(?<=[{ ])([a-z_]+):", "'$1':")
                        .replace('\'', '"');
        Files.write(folder.resolve(file), json.getBytes(StandardCharsets.UTF_8));
    }
}
