package studio.backlot.diffusion;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Which picture sizes a pack can make: multiples of a step, best near the size it was trained at.
///
/// A denoiser repeats itself and its attention grows with the square of the area, so a plan for a
/// frame stays within 4 times the own area ([#PLANNED_AREAS]) and a size asked for by hand within
/// 16 times ([#LARGEST_AREAS]).
///
/// @param ownSize the size that the pack was trained at
/// @param step both sides are multiples of this many pixels
public record PackLimits(PixelSize ownSize, int step) {
    /// A planned size is at most this many times as large in area as the own size.
    public static final int PLANNED_AREAS = 4;

    /// A size asked for by hand is at most this many times as large in area as the own size.
    public static final int LARGEST_AREAS = 16;

    public PackLimits {
        if (step < 1 || ownSize.width() % step != 0 || ownSize.height() % step != 0) {
            throw new IllegalArgumentException(
                    "an own size of " + ownSize + " does not fit a step of " + step);
        }
    }

    /// The size itself when the pack can make it; throws [SizeUnsupported] with the nearest sizes
    /// otherwise.
    public PixelSize require(PixelSize size) {
        if (size.width() % step != 0 || size.height() % step != 0) {
            throw new SizeUnsupported(
                    "this pack cannot make "
                            + size
                            + ": both sides must be multiples of "
                            + step
                            + "; the nearest sizes are "
                            + nearest(size));
        }
        if (size.area() > LARGEST_AREAS * ownSize.area()) {
            throw new SizeUnsupported(
                    "this pack cannot make "
                            + size
                            + ": it was made for "
                            + ownSize
                            + " and goes up to "
                            + LARGEST_AREAS
                            + " times that area; the nearest size is "
                            + shrunk(size)
                            + ", which --upscale or --frame enlarges");
        }
        return size;
    }

    /// The smallest size that the pack can make and that covers this one.
    PixelSize covering(int width, int height) {
        return new PixelSize(up(width), up(height));
    }

    private String nearest(PixelSize size) {
        Set<PixelSize> sizes = new LinkedHashSet<>();
        sizes.add(new PixelSize(down(size.width()), down(size.height())));
        sizes.add(new PixelSize(up(size.width()), up(size.height())));
        return sizes.stream().map(PixelSize::toString).collect(Collectors.joining(" and "));
    }

    /// The largest allowed size of nearly the same shape.
    private PixelSize shrunk(PixelSize size) {
        double scale = Math.sqrt((double) LARGEST_AREAS * ownSize.area() / size.area());
        int width = down((int) (size.width() * scale));
        int height =
                down(
                        (int)
                                Math.min(
                                        size.height() * scale,
                                        LARGEST_AREAS * ownSize.area() / (double) width));
        return new PixelSize(width, height);
    }

    private int down(int side) {
        return Math.max(step, side / step * step);
    }

    private int up(int side) {
        return Math.ceilDiv(side, step) * step;
    }
}
