package studio.backlot.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    @Test
    void theExampleOfRfc8785HasItsCanonicalForm() {
        String source =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }\
                """;

        assertThat(CanonicalJson.text(JsonReader.parse(source)))
                .isEqualTo(
                        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void membersAreSortedByUtf16UnitsAsInRfc8785() {
        String source =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";

        assertThat(CanonicalJson.text(JsonReader.parse(source)))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "5e-324, 5e-324",
        "-5e-324, -5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "295147905179352830000, 295147905179352830000",
        "9.999999999999997e22, 9.999999999999997e+22",
        "1e23, 1e+23",
        "1.0000000000000001e23, 1.0000000000000001e+23",
        "999999999999999700000, 999999999999999700000",
        "1e21, 1e+21",
        "9.999999999999997e-7, 9.999999999999997e-7",
        "0.000001, 0.000001",
        "333333333.3333332, 333333333.3333332",
        "1424953923781206.25, 1424953923781206.2"
    })
    void numbersPrintAsEcmaScriptPrintsThem(String written, String canonical) {
        assertThat(CanonicalJson.text(JsonReader.parse(written))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}",
                "[1,]",
                "{\"a\":1,}",
                "01",
                "1.",
                "+1",
                "\"\\x\"",
                "\"\\ud800\"",
                "[1] 2",
                "nul",
                "\"",
                "{",
                "[",
                "'a'"
            })
    void whatIsNotStrictJsonIsRefusedWithThePlace(String text) {
        assertThatThrownBy(() -> JsonReader.parse(text))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("JSON line 1");
    }

    @Test
    void nestingBeyondTheBoundIsRefused() {
        String deep = "[".repeat(100_000);

        assertThatThrownBy(() -> JsonReader.parse(deep))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("64 levels");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> JsonReader.parse(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void onlyTheCanonicalFormIsCanonical() {
        assertThat(
                        CanonicalJson.isCanonical(
                                "{\"a\":1,\"b\":\"é\"}".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(CanonicalJson.isCanonical("{\"b\":1,\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(CanonicalJson.isCanonical("{\"a\": 1}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(
                        CanonicalJson.isCanonical(
                                "{\"a\":\"\\u00e9\"}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void decimalsAreShortAndExact() {
        assertThat(JsonBuilder.decimal(0.7f)).isEqualTo("0.7");
        assertThat(JsonBuilder.decimal(7.5)).isEqualTo("7.5");
        assertThat(JsonBuilder.decimal(1e-7)).isEqualTo("0.0000001");
        assertThat(JsonBuilder.decimal(100.0)).isEqualTo("100");
    }
}
