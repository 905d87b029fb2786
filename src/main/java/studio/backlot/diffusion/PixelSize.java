package studio.backlot.diffusion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Width and height of a picture in pixels, both at least 1 and at most 65,536.
public record PixelSize(int width, int height) {
    /// The longest side that anything here works with.
    public static final int LONGEST_SIDE = 1 << 16;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})[x×]([0-9]{1,5})");

    public PixelSize {
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "no picture is "
                            + width
                            + "×"
                            + height
                            + " pixels: each side is 1 to "
                            + LONGEST_SIDE);
        }
    }

    /// Reads `WIDTHxHEIGHT`, such as `1920x1080`; throws [IllegalArgumentException] in words.
    public static PixelSize parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no size: write width x height in pixels, as 320x192");
        }
        return new PixelSize(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /// Number of pixels.
    public long area() {
        return (long) width * height;
    }

    /// This size times a whole factor.
    public PixelSize times(int factor) {
        return new PixelSize(Math.multiplyExact(width, factor), Math.multiplyExact(height, factor));
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
