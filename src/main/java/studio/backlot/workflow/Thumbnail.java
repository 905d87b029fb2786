package studio.backlot.workflow;

import studio.backlot.raster.Plate;

/// What came of drawing an asset small.
public sealed interface Thumbnail {
    /// The picture, not larger than asked for and never enlarged.
    record Drawn(Plate picture) implements Thumbnail {}

    /// The file is not on this disk.
    record Missing() implements Thumbnail {}

    /// The file is there and cannot be shown; why, in words.
    record Unreadable(String why) implements Thumbnail {}

    /// How large a small picture is.
    enum Size {
        /// For rows and strips: the longer side has 240 pixels.
        ROW(240),
        /// For cards: the longer side has 480 pixels.
        CARD(480);

        private final int longestSide;

        Size(int longestSide) {
            this.longestSide = longestSide;
        }

        /// Pixels of the longer side.
        public int longestSide() {
            return longestSide;
        }

        /// The plate at this size.
        Plate of(Plate plate) {
            int longest = Math.max(plate.width(), plate.height());
            if (longest <= longestSide) {
                return plate;
            }
            return plate.downscaled(
                    scaled(plate.width(), longest), scaled(plate.height(), longest));
        }

        private int scaled(int side, int longest) {
            return Math.max(1, (int) Math.round((double) side * longestSide / longest));
        }
    }
}
