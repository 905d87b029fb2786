package studio.backlot.diffusion.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.PlateFailed;
import studio.backlot.diffusion.Upscaler;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.onnx.OnnxSession;
import studio.backlot.onnx.Owned;
import studio.backlot.onnx.TensorBuffer;
import studio.backlot.onnx.TensorMismatch;
import studio.backlot.onnx.TensorSpec;
import studio.backlot.raster.FeatheredMosaic;
import studio.backlot.raster.Plate;
import studio.backlot.raster.Rectangle;
import studio.backlot.raster.TilePlan;

/// An upscaler graph such as Real-ESRGAN's: RGB planes from 0 to 1 in, larger ones out; the factor
/// is measured at opening.
///
/// A picture is cut into tiles whose size keeps the slowest node well under a third of a second on
/// two cores. Each is computed with a margin that is thrown away, as wide as the network looks: 18
/// convolutions of 3×3 see 18 pixels far, so that the tiled picture is that of one run; the
/// feathered overlap hides what a network with a longer view would show.
final class OnnxUpscaler implements Upscaler, AutoCloseable {
    private static final Tiling USUAL = new Tiling(320, 16, 20);
    private static final int PROBE = 8;
    private static final int LARGEST_FACTOR = 16;

    private final OnnxRuntime runtime;
    private final OnnxSession session;
    private final TensorSpec input;
    private final TensorSpec output;
    private final Tiling tiling;
    private final int factor;

    private OnnxUpscaler(OnnxRuntime runtime, OnnxSession session, Tiling tiling) {
        this.tiling = tiling;
        this.runtime = runtime;
        this.session = session;
        this.input = session.inputs().getFirst();
        this.output = session.outputs().getFirst();
        if (session.inputs().size() != 1 || !isPicture(input) || !isPicture(output)) {
            throw new TensorMismatch(
                    session.file(),
                    "is no upscaler: it takes "
                            + session.inputs()
                            + " and gives "
                            + session.outputs());
        }
        this.factor = measure();
    }

    private static boolean isPicture(TensorSpec spec) {
        return spec.type().isFloating() && spec.rank() == 4 && spec.dimension(1) == Plate.CHANNELS;
    }

    static OnnxUpscaler open(OnnxRuntime runtime, Path file) {
        return open(runtime, file, USUAL);
    }

    static OnnxUpscaler open(OnnxRuntime runtime, Path file, Tiling tiling) {
        return Owned.by(
                OnnxSession.open(runtime, file),
                session -> new OnnxUpscaler(runtime, session, tiling));
    }

    private int measure() {
        try (var probe = TensorBuffer.of(runtime, input.type(), 1, Plate.CHANNELS, PROBE, PROBE)) {
            long[] shape =
                    session.run(Map.of(input.name(), probe), output.name(), new Cancellation())
                            .shape();
            long measured = shape[3] / PROBE;
            if (measured < 2
                    || measured > LARGEST_FACTOR
                    || shape[2] != measured * PROBE
                    || shape[3] != shape[2]) {
                throw new TensorMismatch(
                        session.file(),
                        "makes "
                                + shape[3]
                                + "×"
                                + shape[2]
                                + " of "
                                + PROBE
                                + "×"
                                + PROBE
                                + ": no enlargement by a whole factor");
            }
            return (int) measured;
        }
    }

    @Override
    public int factor() {
        return factor;
    }

    @Override
    public Tiling tiling() {
        return tiling;
    }

    @Override
    public Plate enlarge(Plate plate, Progress progress, Cancellation cancellation) {
        List<Rectangle> tiles =
                TilePlan.of(plate.width(), plate.height(), tiling.tile(), tiling.overlap());
        var mosaic = new FeatheredMosaic(plate.width(), plate.height(), factor, tiling.overlap());
        int windowWidth = Math.min(plate.width(), tiling.tile() + 2 * tiling.margin());
        int windowHeight = Math.min(plate.height(), tiling.tile() + 2 * tiling.margin());
        try (var window = new Window(windowWidth, windowHeight)) {
            progress.report("upscale", 0, tiles.size());
            for (int i = 0; i < tiles.size(); i++) {
                cancellation.throwIfCancelled();
                mosaic.add(tiles.get(i), window.enlarge(plate, tiles.get(i), cancellation));
                progress.report("upscale", i + 1L, tiles.size());
            }
        }
        return mosaic.toPlate();
    }

    @Override
    public void close() {
        session.close();
    }

    /// The part of a picture that the network sees at a time: all windows of a picture have one
    /// size.
    private final class Window implements AutoCloseable {
        private final int width;
        private final int height;
        private final TensorBuffer seen;
        private final TensorBuffer enlarged;
        private final float[] planes;

        Window(int width, int height) {
            this.width = width;
            this.height = height;
            seen = TensorBuffer.of(runtime, input.type(), 1, Plate.CHANNELS, height, width);
            enlarged =
                    TensorBuffer.of(
                            runtime,
                            output.type(),
                            1,
                            Plate.CHANNELS,
                            (long) height * factor,
                            (long) width * factor);
            planes = new float[enlarged.count()];
        }

        float[] enlarge(Plate plate, Rectangle tile, Cancellation cancellation) {
            var around =
                    new Rectangle(
                            Math.clamp(tile.x() - tiling.margin(), 0, plate.width() - width),
                            Math.clamp(tile.y() - tiling.margin(), 0, plate.height() - height),
                            width,
                            height);
            seen.put(0, plate.crop(around).toPlanar(0, 1));
            session.runInto(
                    Map.of(input.name(), seen), Map.of(output.name(), enlarged), cancellation);
            enlarged.get(0, planes);
            return cut(
                    new Rectangle(
                            tile.x() - around.x(),
                            tile.y() - around.y(),
                            tile.width(),
                            tile.height()));
        }

        private float[] cut(Rectangle part) {
            Rectangle inside = part.scaled(factor);
            var tile = new float[inside.width() * inside.height() * Plate.CHANNELS];
            int row = width * factor;
            int plane = row * height * factor;
            int to = 0;
            double sum = 0;
            for (int channel = 0; channel < Plate.CHANNELS; channel++) {
                for (int y = inside.y(); y < inside.bottom(); y++, to += inside.width()) {
                    System.arraycopy(
                            planes,
                            channel * plane + y * row + inside.x(),
                            tile,
                            to,
                            inside.width());
                }
            }
            for (float value : tile) {
                sum += value;
            }
            if (!Double.isFinite(sum)) {
                throw new PlateFailed(
                        "upscale",
                        "the upscaler gave a value that is not a finite number; its file "
                                + session.file()
                                + " is damaged: check it with `backlot packs check`");
            }
            return tile;
        }

        @Override
        public void close() {
            seen.close();
            enlarged.close();
        }
    }
}
