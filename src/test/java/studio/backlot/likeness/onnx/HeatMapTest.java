package studio.backlot.likeness.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.likeness.onnx.HeatMap.Spot;

class HeatMapTest {
    private static final int COLUMNS = 16;
    private static final int ROWS = 8;
    private final float[] heats = new float[COLUMNS * ROWS];
    private final float[] sizes = new float[2 * COLUMNS * ROWS];
    private final float[] offsets = new float[2 * COLUMNS * ROWS];

    /// A face of `height` × `width` cells with its middle at the middle of a cell.
    private void face(int row, int column, double height, double width, float score) {
        int cell = row * COLUMNS + column;
        heats[cell] = score;
        sizes[cell] = (float) Math.log(height);
        sizes[heats.length + cell] = (float) Math.log(width);
    }

    private List<Spot> faces() {
        return new HeatMap(COLUMNS, ROWS, heats, sizes, offsets).faces(.5f, 64, 32);
    }

    @Test
    void aBoxLiesAroundItsCell() {
        face(4, 6, 2, 4, .75f);
        assertThat(faces()).containsExactly(new Spot(18, 14, 34, 22, .75f));
    }

    @Test
    void offsetsMoveABoxDownAndToTheRight() {
        face(4, 6, 2, 4, .75f);
        offsets[4 * COLUMNS + 6] = .5f;
        offsets[heats.length + 4 * COLUMNS + 6] = -.25f;
        assertThat(faces()).containsExactly(new Spot(17, 16, 33, 24, .75f));
    }

    @Test
    void whatIsNotAboveTheScoreIsNoFace() {
        face(4, 6, 2, 4, .5f);
        assertThat(faces()).isEmpty();
    }

    @Test
    void theSurerOfTwoThatShareAThirdOfTheirAreaStays() {
        face(4, 6, 4, 4, .6f);
        face(4, 8, 4, 4, .9f);
        assertThat(faces()).extracting(Spot::score).containsExactly(.9f);
    }

    @Test
    void twoThatShareLessAreTwoTheSurerFirst() {
        face(4, 6, 4, 4, .6f);
        face(4, 9, 4, 4, .9f);
        assertThat(faces()).extracting(Spot::score).containsExactly(.9f, .6f);
    }

    /// As CenterFace has it: at the upper left the whole box is moved in.
    @Test
    void aBoxEndsAtThePicture() {
        face(0, 0, 4, 4, .8f);
        face(7, 15, 4, 4, .7f);
        assertThat(faces())
                .containsExactly(new Spot(0, 0, 16, 16, .8f), new Spot(54, 22, 64, 32, .7f));
    }

    @Test
    void aPlaceBesideThePictureIsNoFace() {
        face(4, 14, 1, 1, .8f);
        assertThat(new HeatMap(COLUMNS, ROWS, heats, sizes, offsets).faces(.5f, 56, 32)).isEmpty();
        assertThat(new HeatMap(COLUMNS, ROWS, heats, sizes, offsets).faces(.5f, 64, 16)).isEmpty();
    }

    @Test
    void numbersOfADamagedGraphAreNoFaceAndNoFailure() {
        face(1, 1, 2, 2, Float.NaN);
        face(2, 2, Double.NaN, 2, .9f);
        face(3, 3, 2, 2, .9f);
        offsets[3 * COLUMNS + 3] = Float.NaN;
        face(4, 4, 0, 2, .9f);
        assertThat(faces()).isEmpty();
        sizes[5 * COLUMNS + 5] = 1e9f;
        heats[5 * COLUMNS + 5] = .8f;
        assertThat(faces())
                .singleElement()
                .satisfies(spot -> {
                    assertThat(spot.top()).isZero();
                    assertThat(spot.bottom()).isEqualTo(32);
                });
    }

    @Test
    void ofFacesEverywhereOnlySoManyAreKept() {
        int side = 320;
        var everywhere = new float[side * side];
        Arrays.fill(everywhere, .9f);
        var tiny = new float[2 * side * side];
        Arrays.fill(tiny, -3);
        var map = new HeatMap(side, side, everywhere, tiny, new float[2 * side * side]);
        assertThat(map.faces(.5f, 1280, 1280)).hasSize(2_048);
    }
}
