package studio.backlot.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IndentedJsonTest {
    @Test
    void membersStandOneALineInTheirOrderAndPlainListsInOneLine() {
        String source =
                "{\"b\":1,\"a\":{\"x\":[\"p\",\"q\\n\"],\"y\":{},\"z\":[]},\"c\":[{\"k\":true},{\"k\":null}],\"d\":[[1]]}";

        assertThat(text(source))
                .isEqualTo(
                        """
                        {
                          "b": 1,
                          "a": {
                            "x": ["p", "q\\n"],
                            "y": {},
                            "z": []
                          },
                          "c": [
                            {
                              "k": true
                            },
                            {
                              "k": null
                            }
                          ],
                          "d": [
                            [1]
                          ]
                        }
                        """);
    }

    @Test
    void whatIsWrittenReadsBackToTheSame() {
        String source = "{\"ü\":[1,-2,\"\\\"\"],\"o\":{\"n\":null},\"l\":[[],{}]}";

        assertThat(JsonReader.parse(text(source))).isEqualTo(JsonReader.parse(source));
    }

    private static String text(String source) {
        return new String(IndentedJson.bytes(JsonReader.parse(source)), StandardCharsets.UTF_8);
    }
}
