package studio.backlot.diffusion;

import java.util.Optional;
import studio.backlot.raster.Rectangle;

/// From the model's picture to the plate: every size and rectangle on the way.
///
/// ```
/// render ── enlarged 1, 4 or 16 times ──▶ reduced 1 or 2 times ──▶ picture ── cut to overscan ──▶ plate ⊇ frame
/// ```
///
/// A [Sizing.Delivery] is planned so: the overscan rectangle is the frame plus its border, rounded
/// up to whole pixels on each side. The model's picture is the smallest size the pack allows that
/// covers it after enlargement, and the enlargement is the least of 1, 4 (one pass of the upscaler)
/// and 16 (two passes) with which that size stays within [PackLimits#PLANNED_AREAS] times the
/// pack's own area: less enlarging keeps more real detail, a larger picture than that falls apart
/// into repetitions. Both rectangles lie in the middle.
///
/// @param render the size of the model's picture
/// @param enlargement how many times the upscaler enlarges it: 1, 4 or 16
/// @param reduction by how much the result is reduced again: 1 or 2
/// @param picture the size after that
/// @param overscan the part of the picture that becomes the plate
/// @param frame the delivery frame, as a part of the plate
/// @param frameName the name of the frame, where one was asked for
public record FramePlan(
        PixelSize render,
        int enlargement,
        int reduction,
        PixelSize picture,
        Rectangle overscan,
        Rectangle frame,
        Optional<String> frameName) {
    private static final int[] ENLARGEMENTS = {1, 4, 16};

    public FramePlan {
        boolean isReached =
                reduction >= 1 && picture.equals(enlarged(render, enlargement, reduction));
        if (!isReached
                || !overscan.fitsIn(picture.width(), picture.height())
                || !frame.fitsIn(overscan.width(), overscan.height())) {
            throw new IllegalArgumentException(
                    "no plan leads from "
                            + render
                            + " enlarged "
                            + enlargement
                            + " times and reduced "
                            + reduction
                            + " times to "
                            + picture
                            + ", cut to "
                            + overscan
                            + " and "
                            + frame);
        }
    }

    private static PixelSize enlarged(PixelSize render, int enlargement, int reduction) {
        PixelSize large = render.times(enlargement);
        return new PixelSize(large.width() / reduction, large.height() / reduction);
    }

    /// Plans a size within the limits of a pack; throws [SizeUnsupported].
    public static FramePlan of(Sizing sizing, PackLimits limits) {
        return switch (sizing) {
            case Sizing.OwnSize own -> whole(limits.ownSize(), own.upscale());
            case Sizing.RenderSize exact -> whole(limits.require(exact.size()), exact.upscale());
            case Sizing.Delivery delivery -> delivered(delivery, limits);
            case Sizing.Planned planned -> {
                limits.require(planned.plan().render());
                yield planned.plan();
            }
        };
    }

    private static FramePlan whole(PixelSize render, int upscale) {
        PixelSize picture = render.times(upscale);
        Rectangle all = Rectangle.ofSize(picture.width(), picture.height());
        int enlargement = upscale == 1 ? 1 : 4;
        return new FramePlan(
                render, enlargement, enlargement / upscale, picture, all, all, Optional.empty());
    }

    private static FramePlan delivered(Sizing.Delivery delivery, PackLimits limits) {
        PixelSize frame = delivery.frame().size();
        int border = border(frame.width(), delivery.overscanPercent());
        int edge = border(frame.height(), delivery.overscanPercent());
        PixelSize plate = new PixelSize(frame.width() + 2 * border, frame.height() + 2 * edge);
        for (int enlargement : ENLARGEMENTS) {
            PixelSize render =
                    limits.covering(
                            Math.ceilDiv(plate.width(), enlargement),
                            Math.ceilDiv(plate.height(), enlargement));
            if (render.area() <= PackLimits.PLANNED_AREAS * limits.ownSize().area()) {
                PixelSize picture = render.times(enlargement);
                return new FramePlan(
                        render,
                        enlargement,
                        1,
                        picture,
                        Rectangle.centred(
                                plate.width(), plate.height(), picture.width(), picture.height()),
                        new Rectangle(border, edge, frame.width(), frame.height()),
                        Optional.of(delivery.frame().name()));
            }
        }
        throw new SizeUnsupported(
                "this pack cannot fill a frame of "
                        + plate
                        + ": it was made for "
                        + limits.ownSize()
                        + ", and enlarging 16 times is the most there is; choose a smaller frame or a larger pack");
    }

    /// Pixels added on each of two opposite sides.
    private static int border(int side, double percent) {
        return (int) Math.ceil(side * percent / 200);
    }

    /// Whether an upscaler is needed.
    public boolean isEnlarged() {
        return enlargement > 1;
    }
}
