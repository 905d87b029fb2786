package studio.backlot.workflow;

import java.util.Optional;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.raster.Rectangle;

/// The delivery frame within a recorded plate: what lies outside of it is overscan.
public final class PlateFrame {
    private PlateFrame() {}

    /// The frame that an outcome tells of, in the plate's pixels.
    public static Optional<Rectangle> of(LedgerEntry outcome) {
        try {
            return outcome.assertions()
                    .object("framing")
                    .flatMap(framing -> framing.object("frameRectangle"))
                    .map(PlateAssertions::rectangle);
        } catch (MalformedJson | IllegalArgumentException ofTheVerifier) {
            return Optional.empty();
        }
    }
}
