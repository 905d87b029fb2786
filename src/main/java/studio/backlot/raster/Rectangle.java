package studio.backlot.raster;

/// A rectangle of whole pixels: its upper left corner (x to the right, y downwards, both from 0)
/// and its size.
public record Rectangle(int x, int y, int width, int height) {
    public Rectangle {
        if (x < 0
                || y < 0
                || width < 1
                || height < 1
                || (long) x + width > Integer.MAX_VALUE
                || (long) y + height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "no rectangle of pixels: " + width + "x" + height + " at " + x + "," + y);
        }
    }

    /// The rectangle of a whole picture of this size.
    public static Rectangle ofSize(int width, int height) {
        return new Rectangle(0, 0, width, height);
    }

    /// The rectangle of this size in the middle of a picture; an odd pixel is left over at the
    /// right and at the bottom.
    public static Rectangle centred(int width, int height, int pictureWidth, int pictureHeight) {
        return new Rectangle(
                (pictureWidth - width) / 2, (pictureHeight - height) / 2, width, height);
    }

    /// The first column to the right of the rectangle.
    public int right() {
        return x + width;
    }

    /// The first row below the rectangle.
    public int bottom() {
        return y + height;
    }

    /// Whether the rectangle lies inside a picture of this size.
    public boolean fitsIn(int pictureWidth, int pictureHeight) {
        return right() <= pictureWidth && bottom() <= pictureHeight;
    }

    /// The same rectangle on a picture enlarged by a whole factor.
    public Rectangle scaled(int factor) {
        return new Rectangle(
                Math.multiplyExact(x, factor),
                Math.multiplyExact(y, factor),
                Math.multiplyExact(width, factor),
                Math.multiplyExact(height, factor));
    }

    @Override
    public String toString() {
        return width + "x" + height + " at " + x + "," + y;
    }
}
