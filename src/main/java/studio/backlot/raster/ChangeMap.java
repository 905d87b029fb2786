package studio.backlot.raster;

/// What differs between two plates of the same size, as a picture: what changed stands in its own
/// colours, all else is dimmed to dark grey.
///
/// `changed` is the part of the pixels that differ, from 0 to 1.
public record ChangeMap(Plate picture, double changed) {
    /// Differences of a channel up to this are not seen.
    private static final int UNSEEN = 8;

    /// How bright the unchanged part stays, of 256.
    private static final int DIM = 77;

    private static final int BYTE = 0xFF;
    private static final int LEVELS = 256;

    /// Whether there can be a map of two plates.
    public static boolean isPossible(Plate before, Plate now) {
        return before.width() == now.width() && before.height() == now.height();
    }

    /// The map. Throws [IllegalArgumentException] for plates of different sizes.
    public static ChangeMap of(Plate before, Plate now) {
        if (!isPossible(before, now)) {
            throw new IllegalArgumentException(
                    "there is no map of a plate of "
                            + before.width()
                            + "×"
                            + before.height()
                            + " and one of "
                            + now.width()
                            + "×"
                            + now.height());
        }
        byte[] old = before.rgb();
        byte[] rgb = now.rgb().clone();
        long changed = 0;
        for (int at = 0; at < rgb.length; at += Plate.CHANNELS) {
            if (isChanged(old, rgb, at)) {
                changed++;
            } else {
                dim(rgb, at);
            }
        }
        return new ChangeMap(
                new Plate(now.width(), now.height(), rgb),
                changed / ((double) now.width() * now.height()));
    }

    private static boolean isChanged(byte[] old, byte[] now, int at) {
        int most = 0;
        for (int channel = 0; channel < Plate.CHANNELS; channel++) {
            most =
                    Math.max(
                            most,
                            Math.abs((old[at + channel] & BYTE) - (now[at + channel] & BYTE)));
        }
        return most > UNSEEN;
    }

    /// Luma of BT.709 in parts of 256.
    private static void dim(byte[] rgb, int at) {
        int luma = 54 * (rgb[at] & BYTE) + 183 * (rgb[at + 1] & BYTE) + 19 * (rgb[at + 2] & BYTE);
        byte grey = (byte) ((luma / LEVELS * DIM) / LEVELS);
        rgb[at] = grey;
        rgb[at + 1] = grey;
        rgb[at + 2] = grey;
    }
}
