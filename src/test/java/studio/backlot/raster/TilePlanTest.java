package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TilePlanTest {
    @Test
    void aPictureNoLargerThanATileIsOneTile() {
        assertThat(TilePlan.of(256, 100, 256, 16)).containsExactly(new Rectangle(0, 0, 256, 100));
    }

    @Test
    void everyPlanCoversThePictureWithTilesOfOneSizeThatOverlapEnough() {
        for (int length = 1; length < 700; length++) {
            for (int tile : new int[] {8, 64, 129}) {
                for (int overlap : new int[] {0, 3, tile / 2}) {
                    if (overlap <= tile / 2) {
                        requireCover(TilePlan.of(length, 5, tile, overlap), length, tile, overlap);
                    }
                }
            }
        }
    }

    private static void requireCover(List<Rectangle> tiles, int length, int tile, int overlap) {
        assertThat(tiles.getFirst().x()).isZero();
        assertThat(tiles.getLast().right()).isEqualTo(length);
        for (int i = 0; i < tiles.size(); i++) {
            assertThat(tiles.get(i).width()).isEqualTo(Math.min(tile, length));
            if (i > 0) {
                assertThat(tiles.get(i - 1).right() - tiles.get(i).x())
                        .isGreaterThanOrEqualTo(overlap);
                assertThat(tiles.get(i).x()).isGreaterThan(tiles.get(i - 1).x());
            }
        }
    }

    @Test
    void tilesComeRowByRow() {
        assertThat(TilePlan.of(10, 10, 6, 2))
                .containsExactly(
                        new Rectangle(0, 0, 6, 6), new Rectangle(4, 0, 6, 6),
                        new Rectangle(0, 4, 6, 6), new Rectangle(4, 4, 6, 6));
    }

    @Test
    void anOverlapBeyondHalfATileIsRefused() {
        assertThatThrownBy(() -> TilePlan.of(100, 100, 8, 5)).hasMessageContaining("half a tile");
    }
}
