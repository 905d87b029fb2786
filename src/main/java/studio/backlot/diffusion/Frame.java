package studio.backlot.diffusion;

import java.util.List;
import java.util.Locale;

/// An exact delivery size: a named one of film and television, or any other given as width x
/// height.
///
/// The names are those of DCI and broadcast practice: `flat` is 1.85:1 and `scope` 2.39:1 in 2K,
/// `scope4k` in 4K.
public record Frame(String name, PixelSize size) {
    /// The named frames, smallest first.
    public static final List<Frame> NAMED =
            List.of(
                    new Frame("scope", new PixelSize(2048, 858)),
                    new Frame("hd", new PixelSize(1920, 1080)),
                    new Frame("flat", new PixelSize(1998, 1080)),
                    new Frame("scope4k", new PixelSize(4096, 1716)),
                    new Frame("uhd", new PixelSize(3840, 2160)));

    /// The frame of that name, or of that size written as `1234x567`; throws
    /// [IllegalArgumentException] with the names.
    public static Frame of(String nameOrSize) {
        String word = nameOrSize.toLowerCase(Locale.ROOT);
        return NAMED.stream()
                .filter(frame -> frame.name().equals(word))
                .findFirst()
                .orElseGet(() -> free(word));
    }

    private static Frame free(String text) {
        try {
            PixelSize size = PixelSize.parse(text);
            return new Frame(size.width() + "x" + size.height(), size);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is no frame: write one of "
                            + String.join(", ", NAMED.stream().map(Frame::name).toList())
                            + ", or a size as 1920x1080",
                    e);
        }
    }
}
