package studio.backlot.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionDescriptionTest {
    private static final UUID ID = UUID.fromString("6f1c2a34-0000-4000-8000-000000000001");
    private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void whatIsWrittenIsReadAgain() {
        var description = ProductionDescription.of(ID, "Nächte \"2\"", CREATED);

        assertThat(ProductionDescription.parse(description.bytes())).isEqualTo(description);
        assertThat(new String(description.bytes(), StandardCharsets.UTF_8))
                .endsWith("}\n")
                .contains("\"format\":1");
    }

    @Test
    void aNewerFormatIsRefusedInWords() {
        String newer =
                new String(
                                ProductionDescription.of(ID, "Night", CREATED).bytes(),
                                StandardCharsets.UTF_8)
                        .replace("\"format\":1", "\"format\":2");

        assertThatThrownBy(() -> parse(newer))
                .isInstanceOf(ProductionFolderRefused.class)
                .hasMessageContaining("newer Backlot (format 2; this one understands 1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"format\":1}",
                "{\"format\":\"1\"}",
                "{\"format\":0,\"id\":\"x\"}",
                "{\"format\":1,\"id\":\"x\",\"name\":\"a\",\"created\":\"2026-03-01T10:00:00Z\"}",
                "{\"format\":1,\"id\":\"6f1c2a34-0000-4000-8000-000000000001\",\"name\":\"a\",\"created\":\"yesterday\"}",
                "{\"format\":-4294967295,\"id\":\"6f1c2a34-0000-4000-8000-000000000001\",\"name\":\"a\",\"created\":\"2026-03-01T10:00:00Z\"}"
            })
    void garbledTextIsRefusedInWords(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ProductionFolderRefused.class)
                .hasMessageContaining("production.json is garbled");
    }

    private static ProductionDescription parse(String text) {
        return ProductionDescription.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
