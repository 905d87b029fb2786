package studio.backlot.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

class TorchRandomTest {
    @ParameterizedTest
    @MethodSource("golden")
    void everyDrawIsThatOfTorch(JsonObject golden) {
        int n = (int) golden.number("n").orElseThrow().asLong();
        var random = new TorchRandom(golden.number("seed").orElseThrow().asLong());

        float[] drawn = random.randn(n);
        float[] then = random.randn(n);

        float[] first = values(golden, "first");
        float[] last = values(golden, "last");
        float[] second = values(golden, "then");
        assertThat(Arrays.copyOf(drawn, first.length)).containsExactly(first, within(1e-6f));
        assertThat(Arrays.copyOfRange(drawn, n - last.length, n))
                .containsExactly(last, within(1e-6f));
        assertThat(Arrays.copyOf(then, second.length)).containsExactly(second, within(1e-6f));
    }

    @Test
    void onlyTheLow32BitsOfTheSeedCount() {
        assertThat(new TorchRandom(7 + (5L << 32)).randn(20))
                .containsExactly(new TorchRandom(7).randn(20));
    }

    @Test
    void aSecondNormalThatWaitsIsKeptOverABlockDraw() {
        var random = new TorchRandom(0);
        float[] four = new TorchRandom(0).randn(4);

        float[] three = random.randn(3);
        random.randn(16);

        assertThat(three).containsExactly(Arrays.copyOf(four, 3));
        assertThat(random.randn(1)).containsExactly(four[3]);
    }

    @Test
    void fillingAnArrayDrawsWhatRandnDraws() {
        var into = new float[100];
        new TorchRandom(3).fill(into);

        assertThat(into).containsExactly(new TorchRandom(3).randn(100));
        assertThat(new TorchRandom(3).randn(0)).isEmpty();
    }

    static Stream<JsonObject> golden() throws IOException {
        try (var in = TorchRandomTest.class.getResourceAsStream("/known-good/torch-randn.json")) {
            List<?> cases = JsonReader.parseObject(in.readAllBytes()).array("cases").orElseThrow();
            return cases.stream().map(JsonObject.class::cast);
        }
    }

    private static float[] values(JsonObject golden, String name) {
        var elements = golden.array(name).orElseThrow();
        var values = new float[elements.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((JsonNumber) elements.get(i)).asDouble();
        }
        return values;
    }
}
