package studio.backlot.likeness.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.backlot.likeness.Face;
import studio.backlot.raster.Plate;
import studio.backlot.raster.Rectangle;

/// What CenterFace says of a picture, cell by cell: how much like a face (`heats`), and for a face
/// there the logarithm of its height and width in cells (`sizes`, two planes) and where in the cell
/// its middle lies (`offsets`, two planes: down, right).
///
/// Read as in CenterFace's own `decode` and `nms`.
record HeatMap(int columns, int rows, float[] heats, float[] sizes, float[] offsets) {
    /// Pixels of the picture to a cell.
    static final int STRIDE = 4;

    /// Two boxes that share this part of their common area are one face.
    private static final double SAME_FACE = 0.3;

    /// More than any picture has faces: comparing each with each must stay quick when a damaged
    /// graph sees one everywhere.
    private static final int MOST_SPOTS = 2_048;

    /// A box in the picture that was looked at.
    record Spot(float left, float top, float right, float bottom, float score) {
        private double area() {
            return (double) (right - left) * (bottom - top);
        }

        private boolean isSameFaceAs(Spot other) {
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double shared = Math.max(0, width) * Math.max(0, height);
            return shared / (area() + other.area() - shared) >= SAME_FACE;
        }

        private boolean isInside(int width, int height) {
            return left < width && top < height && right > left && bottom > top;
        }

        /// The face in the picture's own pixels; `view` is the picture as it was looked at.
        Face inPicture(Plate view, Plate picture) {
            double across = (double) picture.width() / view.width();
            double down = (double) picture.height() / view.height();
            int x = (int) Math.floor(left * across);
            int y = (int) Math.floor(top * down);
            int endX = Math.min(picture.width(), (int) Math.ceil(right * across));
            int endY = Math.min(picture.height(), (int) Math.ceil(bottom * down));
            return new Face(new Rectangle(x, y, endX - x, endY - y), Math.min(1, score));
        }
    }

    /// The faces above a score in the upper left `width` × `height` pixels, the surest first.
    List<Spot> faces(float threshold, int width, int height) {
        var faces = new ArrayList<Spot>();
        for (Spot spot : spots(threshold)) {
            if (spot.isInside(width, height) && faces.stream().noneMatch(spot::isSameFaceAs)) {
                faces.add(spot);
            }
        }
        return faces;
    }

    private List<Spot> spots(float threshold) {
        var spots = new ArrayList<Spot>();
        for (int cell = 0; cell < heats.length; cell++) {
            if (heats[cell] > threshold) {
                spots.add(spot(cell));
            }
        }
        spots.sort(Comparator.comparingDouble(Spot::score).reversed());
        return spots.subList(0, Math.min(spots.size(), MOST_SPOTS));
    }

    private Spot spot(int cell) {
        int plane = heats.length;
        int row = cell / columns;
        int column = cell % columns;
        double height = Math.exp(sizes[cell]) * STRIDE;
        double width = Math.exp(sizes[plane + cell]) * STRIDE;
        double middleY = (row + offsets[cell] + 0.5) * STRIDE;
        double middleX = (column + offsets[plane + cell] + 0.5) * STRIDE;
        double left = Math.clamp(middleX - width / 2, 0, columns * STRIDE);
        double top = Math.clamp(middleY - height / 2, 0, rows * STRIDE);
        return new Spot(
                (float) left,
                (float) top,
                (float) Math.min(left + width, columns * STRIDE),
                (float) Math.min(top + height, rows * STRIDE),
                heats[cell]);
    }
}
