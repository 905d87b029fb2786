package studio.backlot.tokenize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

/// Texts with the ids that transformers gives them.
record TokenVectors(String text, int[] parsed, int[] escaped) {

    /// The texts of tokens.json for one of its two tokenizers.
    static Stream<TokenVectors> of(String tokenizer) {
        return cases("tokens.json").map(recorded -> read(recorded, tokenizer));
    }

    private static TokenVectors read(JsonObject recorded, String tokenizer) {
        JsonObject expected = recorded.object(tokenizer).orElseThrow();
        int[] parsed = ids(expected, "ids");
        int[] escaped = expected.array("escaped").isPresent() ? ids(expected, "escaped") : parsed;
        return new TokenVectors(text(recorded.get("text").orElseThrow()), parsed, escaped);
    }

    private static String text(JsonValue written) {
        return written instanceof JsonObject repeated
                ? repeated.text("part").orElseThrow().repeat((int) number(repeated, "times"))
                : ((JsonValue.JsonString) written).value();
    }

    private static long number(JsonObject object, String name) {
        return object.number(name).orElseThrow().asLong();
    }

    /// The cases of a golden file of texts and ids with padding.
    static Stream<JsonObject> cases(String file) {
        try (var in = TokenVectors.class.getResourceAsStream("/known-good/" + file)) {
            List<?> cases = JsonReader.parseObject(in.readAllBytes()).array("cases").orElseThrow();
            return cases.stream().map(JsonObject.class::cast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int[] ids(JsonObject recorded, String name) {
        return recorded.array(name).orElseThrow().stream()
                .mapToInt(id -> (int) ((JsonNumber) id).asLong())
                .toArray();
    }

    void assertSame(TextTokenizer tokenizer, int padId) {
        assertSame(tokenizer.encode(text, SpecialTokens.PARSED), parsed, tokenizer, padId);
        assertSame(tokenizer.encode(text, SpecialTokens.ESCAPED), escaped, tokenizer, padId);
    }

    private static void assertSame(
            TokenizedText actual, int[] expected, TextTokenizer tokenizer, int padId) {
        int[] padded = Arrays.copyOf(expected, tokenizer.maxLength());
        Arrays.fill(padded, expected.length, padded.length, padId);
        assertThat(actual.ids()).containsExactly(padded);
        assertThat(actual.used()).isEqualTo(expected.length);
    }

    @Override
    public String toString() {
        return text.length() > 40 ? text.substring(0, 40) + "… " + text.length() : text;
    }
}
