package studio.backlot.cli.vectors;

import java.util.Arrays;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.diffusion.TorchRandom;

/// torch's CPU normals: the ends of a first draw and the beginning of a second.
final class RandnVectors implements VectorKind {
    private static final int FIRST = 40;
    private static final int LAST = 8;

    @Override
    public JsonObject compute(VectorCase input) {
        int n = input.whole("n");
        var random = new TorchRandom(input.seed());
        float[] draw = random.randn(n);
        float[] then = random.randn(n);
        return new JsonBuilder()
                .put("first", VectorCase.array(Arrays.copyOf(draw, Math.min(n, FIRST))))
                .put("last", VectorCase.array(Arrays.copyOfRange(draw, n - Math.min(n, LAST), n)))
                .put("then", VectorCase.array(Arrays.copyOf(then, Math.min(n, LAST))))
                .build();
    }
}
