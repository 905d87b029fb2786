package studio.backlot.raster;

import java.util.ArrayList;
import java.util.List;

/// The cutting of a picture into overlapping tiles of one size, for a network that sees only a part
/// at a time.
public final class TilePlan {
    private TilePlan() {}

    /// Tiles that cover a picture, row by row from the top, from left to right.
    ///
    /// Each is `tile` wide and high, or as the picture where that is smaller; neighbours overlap by
    /// at least `overlap` pixels, as evenly as whole pixels allow. Throws
    /// [IllegalArgumentException] unless 0 ≤ overlap ≤ tile / 2.
    public static List<Rectangle> of(int width, int height, int tile, int overlap) {
        if (width < 1 || height < 1 || tile < 1 || overlap < 0 || overlap > tile / 2) {
            throw new IllegalArgumentException(
                    "no plan of tiles of "
                            + tile
                            + " pixels that overlap by "
                            + overlap
                            + " covers "
                            + width
                            + "x"
                            + height
                            + ": the overlap is at most half a tile");
        }
        List<Rectangle> tiles = new ArrayList<>();
        for (int y : starts(height, tile, overlap)) {
            for (int x : starts(width, tile, overlap)) {
                tiles.add(new Rectangle(x, y, Math.min(tile, width), Math.min(tile, height)));
            }
        }
        return List.copyOf(tiles);
    }

    private static int[] starts(int length, int tile, int overlap) {
        if (length <= tile) {
            return new int[] {0};
        }
        int step = tile - overlap;
        int count = 1 + (length - tile + step - 1) / step;
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = (int) ((long) i * (length - tile) / (count - 1));
        }
        return starts;
    }
}
