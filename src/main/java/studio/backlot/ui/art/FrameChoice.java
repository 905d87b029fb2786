package studio.backlot.ui.art;

import java.util.List;
import studio.backlot.diffusion.Frame;
import studio.backlot.diffusion.Sizing;

/// A size that a plate may be asked for: the pack's own, or an exact frame with overscan.
public sealed interface FrameChoice {
    /// The pack's own size, enlarged by a factor of 1, 2 or 4.
    record Own(int upscale) implements FrameChoice {
        @Override
        public Sizing sizing() {
            return new Sizing.OwnSize(upscale);
        }
    }

    /// An exact frame, with so many percent of border kept around it.
    record Exact(Frame frame, double overscanPercent) implements FrameChoice {
        @Override
        public Sizing sizing() {
            return new Sizing.Delivery(frame, overscanPercent);
        }
    }

    /// How the request says it.
    Sizing sizing();

    /// The choice that asks for what was planned once.
    static FrameChoice of(Sizing sizing) {
        return switch (sizing) {
            case Sizing.OwnSize own -> new Own(own.upscale());
            case Sizing.RenderSize made -> new Own(made.upscale());
            case Sizing.Delivery exact -> new Exact(exact.frame(), exact.overscanPercent());
            case Sizing.Planned planned ->
                    planned.plan()
                            .frameName()
                            .<FrameChoice>map(name -> new Exact(Frame.of(name), 0))
                            .orElseGet(() -> new Own(Math.max(1, planned.plan().enlargement())));
        };
    }

    /// All that are offered, the quickest first.
    static List<FrameChoice> all() {
        List<FrameChoice> choices = new java.util.ArrayList<>();
        choices.add(new Own(1));
        choices.add(new Own(4));
        Frame.NAMED.forEach(frame -> choices.add(new Exact(frame, 0)));
        Frame.NAMED.forEach(frame -> choices.add(new Exact(frame, 10)));
        return List.copyOf(choices);
    }
}
