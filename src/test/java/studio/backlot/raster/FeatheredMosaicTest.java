package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeatheredMosaicTest {
    @Test
    void tilesOfASmoothGradientRecombineToItExactly() {
        byte[] rgb = new byte[203 * 117 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) ((i / 3 % 203 + i / 3 / 203) * 255 / 320);
        }
        var gradient = new Plate(203, 117, rgb);

        assertThat(tiled(gradient, 1, 64, 12)).isEqualTo(gradient);
    }

    @Test
    void tiledEqualsUntiledForAnUpscalerThatLooksAtOnePixel() {
        Plate source = TestPlates.noise(90, 70, 5);

        Plate untiled = tiled(source, 4, 90, 0);
        Plate tiles = tiled(source, 4, 32, 8);

        assertThat(untiled).isEqualTo(nearest(source, 4));
        assertThat(tiles.largestDifference(untiled)).isLessThanOrEqualTo(1);
    }

    @Test
    void neighboursFadeInAStraightLine() {
        var mosaic = new FeatheredMosaic(10, 1, 1, 4);
        mosaic.add(new Rectangle(0, 0, 7, 1), filled(21, 0f));
        mosaic.add(new Rectangle(3, 0, 7, 1), filled(21, 1f));

        assertThat(red(mosaic.toPlate()))
                .containsExactly(0, 0, 0, 51, 102, 153, 204, 255, 255, 255);
    }

    @Test
    void missingTilesAreNoticed() {
        var mosaic = new FeatheredMosaic(10, 10, 1, 0);
        mosaic.add(new Rectangle(0, 0, 10, 5), filled(150, 0.5f));
        var hole = new FeatheredMosaic(10, 2, 1, 0);
        hole.add(new Rectangle(0, 0, 6, 2), filled(36, 0.5f));

        assertThatThrownBy(mosaic::toPlate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("above row 10");
        assertThatThrownBy(hole::toPlate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("row 0");
        assertThatThrownBy(() -> new FeatheredMosaic(2, 2, 1, 0).toPlate())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tilesThatCannotBelongAreRefused() {
        var mosaic = new FeatheredMosaic(10, 10, 1, 0);
        mosaic.add(new Rectangle(0, 0, 10, 5), filled(150, 0.5f));
        mosaic.add(new Rectangle(0, 5, 10, 5), filled(150, 0.5f));

        assertThatThrownBy(() -> mosaic.add(new Rectangle(0, 0, 10, 5), filled(150, 0)))
                .hasMessageContaining("too late");
        assertThatThrownBy(() -> mosaic.add(new Rectangle(5, 5, 10, 5), filled(150, 0)))
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> mosaic.add(new Rectangle(0, 5, 10, 5), filled(149, 0)))
                .hasMessageContaining("149");
    }

    @Test
    void aValueThatIsNotANumberIsRefused() {
        var mosaic = new FeatheredMosaic(1, 1, 1, 0);
        mosaic.add(new Rectangle(0, 0, 1, 1), filled(3, Float.NaN));

        assertThatThrownBy(mosaic::toPlate).hasMessageContaining("NaN");
    }

    private static Plate tiled(Plate source, int scale, int tile, int overlap) {
        var mosaic = new FeatheredMosaic(source.width(), source.height(), scale, overlap);
        for (Rectangle part : TilePlan.of(source.width(), source.height(), tile, overlap)) {
            mosaic.add(part, nearest(source.crop(part), scale).toPlanar(0, 1));
        }
        return mosaic.toPlate();
    }

    private static Plate nearest(Plate source, int scale) {
        int width = source.width() * scale;
        byte[] rgb = new byte[width * source.height() * scale * 3];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % width / scale;
            int y = i / 3 / width / scale;
            rgb[i] = source.rgb()[(y * source.width() + x) * 3 + i % 3];
        }
        return new Plate(width, source.height() * scale, rgb);
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        java.util.Arrays.fill(values, value);
        return values;
    }

    private static int[] red(Plate plate) {
        int[] red = new int[plate.width()];
        for (int i = 0; i < red.length; i++) {
            red[i] = plate.rgb()[i * 3] & 0xff;
        }
        return red;
    }
}
