package studio.backlot.ui.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/// The outlines of all icons by name, on a square of 24.
final class IconShapes {
    static final IconShapes ALL = read();

    private final Properties outlines;

    private IconShapes(Properties outlines) {
        this.outlines = outlines;
    }

    private static IconShapes read() {
        var outlines = new Properties();
        try (InputStream in = IconShapes.class.getResourceAsStream("icons.properties")) {
            outlines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the icons cannot be read", e);
        }
        return new IconShapes(outlines);
    }

    /// The outline of that name as an SVG path; throws [IllegalArgumentException] for an unknown
    /// one.
    String outline(String name) {
        return Optional.ofNullable(outlines.getProperty(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no icon " + name));
    }
}
