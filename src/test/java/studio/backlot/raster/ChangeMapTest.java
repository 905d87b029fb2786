package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChangeMapTest {
    private static Plate plate(int width, int... values) {
        byte[] rgb = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            rgb[i] = (byte) values[i];
        }
        return new Plate(width, values.length / Plate.CHANNELS / width, rgb);
    }

    @Test
    void whatChangedKeepsItsColoursAndTheRestIsDarkGrey() {
        Plate before = plate(2, 200, 100, 50, 10, 20, 30);
        Plate now = plate(2, 200, 100, 50, 110, 20, 30);
        ChangeMap map = ChangeMap.of(before, now);
        assertThat(map.changed()).isEqualTo(0.5);
        byte[] rgb = map.picture().rgb();
        assertThat(rgb[3]).isEqualTo((byte) 110);
        assertThat(rgb[0]).isEqualTo(rgb[1]).isEqualTo(rgb[2]).isBetween((byte) 20, (byte) 50);
    }

    @Test
    void aDifferenceThatNobodySeesIsNone() {
        assertThat(ChangeMap.of(plate(1, 10, 10, 10), plate(1, 18, 10, 10)).changed()).isZero();
        assertThat(ChangeMap.of(plate(1, 10, 10, 10), plate(1, 19, 10, 10)).changed()).isOne();
    }

    @Test
    void platesOfDifferentSizesHaveNoMap() {
        assertThatThrownBy(() -> ChangeMap.of(plate(1, 1, 2, 3), plate(2, 1, 2, 3, 4, 5, 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1×1");
    }
}
