package studio.backlot.diffusion.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.Upscaler;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.onnx.TensorMismatch;
import studio.backlot.raster.Plate;

class OnnxUpscalerTest {
    private final OnnxRuntime runtime = OnnxRuntime.open();

    private OnnxUpscaler open(Upscaler.Tiling tiling) {
        return OnnxUpscaler.open(runtime, TestPacks.UPSCALER.resolve("model.onnx"), tiling);
    }

    /// Smooth colours with hard edges and some texture, so that a seam would show.
    private static Plate picture(int width, int height) {
        var rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 3;
                rgb[at] = (byte) (x * 255 / width);
                rgb[at + 1] = (byte) ((x / 11 + y / 7) % 2 * 120 + 60);
                rgb[at + 2] = (byte) (y * 255 / height ^ (x * y) % 13);
            }
        }
        return new Plate(width, height, rgb);
    }

    @Test
    void aTiledPictureIsThatOfOneRun() {
        Plate picture = picture(120, 90);
        var reports = new ArrayList<String>();
        Plate whole;
        Plate tiled;
        try (OnnxUpscaler upscaler = open(new Upscaler.Tiling(320, 16, 20))) {
            assertThat(upscaler.factor()).isEqualTo(4);
            whole = upscaler.enlarge(picture, Progress.NONE, new Cancellation());
        }
        try (OnnxUpscaler upscaler = open(new Upscaler.Tiling(50, 8, 20))) {
            tiled =
                    upscaler.enlarge(
                            picture,
                            (stage, done, total) -> reports.add(stage + " " + done + "/" + total),
                            new Cancellation());
        }
        assertThat(whole.width()).isEqualTo(480);
        assertThat(whole.height()).isEqualTo(360);
        assertThat(tiled.largestDifference(whole)).isLessThanOrEqualTo(1);
        assertThat(reports).startsWith("upscale 0/6").endsWith("upscale 6/6").hasSize(7);
    }

    @Test
    void withoutAMarginASeamWouldShow() {
        Plate picture = picture(120, 90);
        try (OnnxUpscaler one = open(new Upscaler.Tiling(320, 16, 20));
                OnnxUpscaler cut = open(new Upscaler.Tiling(50, 8, 0))) {
            Plate whole = one.enlarge(picture, Progress.NONE, new Cancellation());
            assertThat(
                            cut.enlarge(picture, Progress.NONE, new Cancellation())
                                    .largestDifference(whole))
                    .isGreaterThan(1);
        }
    }

    @Test
    void cancellingEndsBetweenTiles() {
        var cancellation = new Cancellation();
        try (OnnxUpscaler upscaler = open(new Upscaler.Tiling(50, 8, 20))) {
            assertThatThrownBy(() ->
                            upscaler.enlarge(
                                    picture(120, 90),
                                    (stage, done, total) -> {
                                        if (done == 2) {
                                            cancellation.cancel();
                                        }
                                    },
                                    cancellation))
                    .isInstanceOf(Cancelled.class);
        }
    }

    @Test
    void aGraphThatDoesNotEnlargeIsNoUpscaler() {
        assertThatThrownBy(
                        () -> OnnxUpscaler.open(runtime, TestPacks.TINY.resolve("unet/model.onnx")))
                .isInstanceOf(TensorMismatch.class)
                .hasMessageContaining("unet/model.onnx: is no upscaler");
        assertThatThrownBy(() ->
                        OnnxUpscaler.open(
                                runtime, TestPacks.TINY.resolve("vae_encoder/model.onnx")))
                .isInstanceOf(TensorMismatch.class);
    }
}
