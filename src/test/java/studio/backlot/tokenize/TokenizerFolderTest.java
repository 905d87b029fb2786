package studio.backlot.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerFolderTest {
    private static final String WORDPIECE =
            """
            {"truncation": {"max_length": 8, "direction": "Right"},
             "padding": {"strategy": {"Fixed": 10}, "direction": "Right", "pad_id": 7},
             "added_tokens": [
               {"id": 5, "content": "<x>", "normalized": false, "special": true, "lstrip": true, "rstrip": true},
               {"id": 6, "content": "Studio", "normalized": true, "special": false, "single_word": true}],
             "normalizer": {"type": "BertNormalizer", "lowercase": true},
             "pre_tokenizer": {"type": "BertPreTokenizer"},
             "post_processor": {"type": "BertProcessing", "cls": ["[C]", 1], "sep": ["[S]", 2]},
             "model": {"type": "WordPiece", "unk_token": "[U]", "continuing_subword_prefix": "##",
               "max_input_chars_per_word": 100,
               "vocab": {"[U]": 0, "[C]": 1, "[S]": 2, "a": 3, "##a": 4, "<": 8, "x": 9, ">": 10, "studio": 11}}}
            """;

    @TempDir Path folder;

    @Test
    void addedTokensAreFoundByTheirOwnRules() throws IOException {
        write("tokenizer.json", WORDPIECE);
        TextTokenizer tokenizer = TokenizerFolder.open(folder);

        assertThat(tokenizer.encode("A <x> STUDIO aa", SpecialTokens.PARSED).ids())
                .containsExactly(1, 3, 5, 6, 3, 4, 2, 7, 7, 7);
        assertThat(tokenizer.encode("<x> studioa", SpecialTokens.ESCAPED).ids())
                .containsExactly(1, 8, 9, 10, 11, 4, 2, 7, 7, 7);
        assertThat(tokenizer.encode("a a a a a a a", SpecialTokens.PARSED))
                .satisfies(text ->
                        assertThat(text.ids()).containsExactly(1, 3, 3, 3, 3, 3, 3, 2, 7, 7))
                .satisfies(text -> assertThat(text.isTruncated()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\": \"WordPiece\"|\"type\": \"Unigram\"|Unigram",
                "BertPreTokenizer|Metaspace|Metaspace",
                "BertNormalizer|NFKC|NFKC",
                "BertProcessing|ByteLevel|ByteLevel",
                "\"max_length\": 8|\"max_length\": 2|cut to 2",
                "\"Fixed\": 10|\"Fixed\": 6|padded to 6",
                "\"direction\": \"Right\"|\"direction\": \"Left\"|Left",
                "\"unk_token\": \"[U]\"|\"unk_token\": \"[V]\"|[V]",
                "\"a\": 3|\"a\": \"3\"|\"a\"",
                "\"a\": 3|\"a\": 3.5|3.5",
                "\"vocab\"|\"words\"|vocab",
                "\"id\": 5|\"id\": -5|-5",
                "\"<x>\"|\"\"|without text",
                "{\"type\": \"WordPiece\"|\"WordPiece\", \"x\": {\"y\": 1|model"
            })
    void whatIsNotBuiltOrBrokenIsRefusedByFileAndName(String from, String to, String named)
            throws IOException {
        assertThat(WORDPIECE).contains(from);
        write("tokenizer.json", WORDPIECE.replace(from, to));

        assertThatThrownBy(() -> TokenizerFolder.open(folder))
                .isInstanceOf(TokenizerUnusable.class)
                .hasMessageContainingAll(
                        folder.resolve("tokenizer.json").toString(),
                        named,
                        "install the pack again");
    }

    @Test
    void aFolderWithoutATokenizerIsRefused() {
        assertThatThrownBy(() -> TokenizerFolder.open(folder))
                .isInstanceOf(TokenizerUnusable.class)
                .hasMessageContainingAll(folder.toString(), "vocab.json", "vocab.txt");
        assertThatThrownBy(() -> TokenizerFolder.open(folder.resolve("none")))
                .isInstanceOf(TokenizerUnusable.class);
    }

    @Test
    void aTruncatedOrGarbledFileIsNamed() throws IOException {
        write("tokenizer.json", WORDPIECE.substring(0, 300));
        assertUnusable("tokenizer.json", "broken");

        Files.delete(folder.resolve("tokenizer.json"));
        Files.write(folder.resolve("vocab.txt"), new byte[] {'a', '\n', (byte) 0xc3, '\n'});
        assertUnusable("vocab.txt", "not UTF-8");

        write("vocab.txt", "a\nb\n");
        assertUnusable("vocab.txt", "[CLS]");

        write("tokenizer_config.json", "{\"model_max_length\": 1}");
        assertUnusable("tokenizer_config.json", "model_max_length");
    }

    void assertUnusable(String file, String named) {
        assertThatThrownBy(() -> TokenizerFolder.open(folder))
                .isInstanceOf(TokenizerUnusable.class)
                .hasMessageContainingAll(folder.resolve(file).toString(), named);
    }

    private void write(String name, String content) throws IOException {
        Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }
}
