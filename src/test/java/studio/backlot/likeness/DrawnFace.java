package studio.backlot.likeness;

import studio.backlot.raster.Plate;

/// A face of nobody, drawn from soft ellipses in front of a plain sky: enough of one for
/// CenterFace.
public final class DrawnFace {
    /// Middle, half axes and softness in units of the face's size, then the colour.
    private static final double[][] PARTS = {
        {0, 2.3, 1.5, 1.1, .15, 70, 70, 100}, // shoulders
        {0, 1.1, .38, .6, .1, 176, 128, 104}, // neck
        {0, -.22, .95, 1.15, .1, 58, 40, 30}, // hair behind the head
        {0, .05, .74, 1.02, .12, 222, 176, 148}, // head
        {-.3, .15, .35, .5, .5, 230, 186, 158}, // lit cheek
        {.45, .2, .35, .6, .5, 196, 146, 120}, // shaded cheek
        {0, -.95, .8, .4, .12, 58, 40, 30}, // hair
        {-.31, -.22, .2, .05, .08, 70, 48, 36}, // brows
        {.31, -.22, .2, .05, .08, 70, 48, 36},
        {-.31, -.05, .17, .09, .08, 150, 110, 95}, // eyes
        {.31, -.05, .17, .09, .08, 150, 110, 95},
        {-.31, -.05, .13, .055, .05, 236, 230, 224},
        {.31, -.05, .13, .055, .05, 236, 230, 224},
        {-.31, -.05, .06, .06, .04, 40, 30, 26},
        {.31, -.05, .06, .06, .04, 40, 30, 26},
        {0, .18, .08, .25, .1, 234, 190, 164}, // nose
        {0, .4, .16, .06, .1, 168, 112, 94},
        {0, .62, .26, .08, .1, 176, 84, 80}, // mouth
        {0, .62, .24, .02, .04, 110, 50, 48},
    };

    private DrawnFace() {}

    /// A picture with one face for each middle (x, y and size of the half head, in pixels).
    public static Plate plate(int width, int height, double[]... faces) {
        var rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double shade = 10.0 * y / height;
                double[] colour = {136 - shade, 156 - shade, 168 - shade};
                for (double[] face : faces) {
                    paint((x + .5 - face[0]) / face[2], (y + .5 - face[1]) / face[2], colour);
                }
                for (int channel = 0; channel < 3; channel++) {
                    rgb[(y * width + x) * 3 + channel] = (byte) (int) colour[channel];
                }
            }
        }
        return new Plate(width, height, rgb);
    }

    private static void paint(double x, double y, double[] colour) {
        for (double[] part : PARTS) {
            double far = Math.hypot((x - part[0]) / part[2], (y - part[1]) / part[3]);
            double edge = (1 - far) * Math.min(part[2], part[3]) / part[4] + .5;
            double cover = Math.clamp(edge, 0, 1);
            cover = cover * cover * (3 - 2 * cover);
            for (int channel = 0; channel < 3; channel++) {
                colour[channel] += (part[5 + channel] - colour[channel]) * cover;
            }
        }
    }
}
