package studio.backlot.diffusion;

/// How large a plate is wanted.
public sealed interface Sizing {
    /// The largest overscan, in percent of the frame.
    double MOST_OVERSCAN = 50;

    /// The size that the pack was made for, enlarged by a factor of 1, 2 or 4.
    record OwnSize(int upscale) implements Sizing {
        public OwnSize {
            requireUpscale(upscale);
        }
    }

    /// Exactly this size from the model, enlarged by a factor of 1, 2 or 4.
    record RenderSize(PixelSize size, int upscale) implements Sizing {
        public RenderSize {
            requireUpscale(upscale);
        }
    }

    /// Exactly this frame, with a border around it of so many percent of its width and height (both
    /// sides together), whatever the model's size: [FramePlan] chooses that and the enlargement.
    record Delivery(Frame frame, double overscanPercent) implements Sizing {
        public Delivery {
            if (!(overscanPercent >= 0 && overscanPercent <= MOST_OVERSCAN)) {
                throw new IllegalArgumentException(
                        "an overscan of "
                                + overscanPercent
                                + " percent cannot be: give 0 to "
                                + (int) MOST_OVERSCAN);
            }
        }
    }

    /// Exactly what an earlier run did: for making a plate again.
    record Planned(FramePlan plan) implements Sizing {}

    private static void requireUpscale(int upscale) {
        if (upscale != 1 && upscale != 2 && upscale != 4) {
            throw new IllegalArgumentException(
                    "a plate is enlarged 2 or 4 times, not " + upscale + " times");
        }
    }
}
