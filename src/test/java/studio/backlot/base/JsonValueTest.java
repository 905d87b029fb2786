package studio.backlot.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonValue.JsonNull;

class JsonValueTest {
    @Test
    void everyObjectIsFoundTheOuterOnesFirst() {
        assertThat(
                        JsonReader.parse(
                                        "{\"a\":[{\"b\":{}},1,[{\"c\":\"x\"}]],\"d\":null,\"e\":true}")
                                .objects()
                                .map(object -> String.join(",", object.members().keySet())))
                .containsExactly("a,d,e", "b", "", "c");
        assertThat(JsonNull.NULL.objects()).isEmpty();
    }
}
