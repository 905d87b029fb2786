package studio.backlot.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonValue.JsonObject;

class PythonJsonTest {
    @Test
    void bareWordsOfPythonArriveAsStrings() {
        JsonObject object =
                parse(
                        "{\"a\": -Infinity, \"b\": [Infinity, NaN], \"é \\\"NaN\\\\\": \"x -Infinity\"}");

        assertThat(object.text("a")).contains("-Infinity");
        assertThat(object.array("b").orElseThrow())
                .hasToString("[JsonString[value=Infinity], JsonString[value=NaN]]");
        assertThat(object.text("é \"NaN\\")).contains("x -Infinity");
    }

    @Test
    void everythingElseIsAsStrictAsJson() {
        assertThatThrownBy(() -> parse("{\"a\": Inf}")).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> parse("{\"a\": NaN,}")).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> parse("{'a': NaN}")).isInstanceOf(MalformedJson.class);
    }

    private static JsonObject parse(String text) {
        return PythonJson.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
