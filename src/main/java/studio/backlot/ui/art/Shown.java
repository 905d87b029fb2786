package studio.backlot.ui.art;

import studio.backlot.raster.Plate;
import studio.backlot.raster.Rectangle;

/// A picture as the canvas shows it: its pixels, the delivery frame within them, what it is called,
/// and whether it is only what a run is becoming.
record Shown(Plate plate, Rectangle frame, String name, boolean isPreview) {
    /// What a run shows of itself on its way.
    static Shown preview(Plate plate) {
        return new Shown(plate, Rectangle.ofSize(plate.width(), plate.height()), "", true);
    }
}
