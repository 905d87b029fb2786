package studio.backlot.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.input.KeyCode;
import studio.backlot.app.WindowDriver;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngWriter;

/// The pictures of `docs/tour`, taken from the real window.
final class Tour {
    /// Bytes in which two pictures differ where only a caret blinks.
    private static final int CARET = 600;

    private static final Path FOLDER = Path.of("docs", "tour");

    /// How the window stands for a picture.
    enum Stand {
        DARK(1280, 800, ColorScheme.DARK, false),
        LIGHT(1280, 800, ColorScheme.LIGHT, false),
        GREY(1280, 800, ColorScheme.DARK, true),
        GREY_LIGHT(1280, 800, ColorScheme.LIGHT, true),
        SMALL_DARK(1024, 700, ColorScheme.DARK, false),
        SMALL_LIGHT(1024, 700, ColorScheme.LIGHT, false),
        LARGE_DARK(2560, 1440, ColorScheme.DARK, false),
        LARGE_LIGHT(2560, 1440, ColorScheme.LIGHT, false);

        private final double width;
        private final double height;
        private final ColorScheme scheme;
        private final boolean isGrey;

        Stand(double width, double height, ColorScheme scheme, boolean isGrey) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
            this.isGrey = isGrey;
        }

        private String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final WindowDriver window;

    Tour(WindowDriver window) {
        this.window = window;
    }

    /// Opens a production in this room and language, with an app folder that holds it.
    static WindowDriver open(Path appFolder, Path show, String name, String room, String language)
            throws Exception {
        new WindowSettings(show, name, room, language, 1280).writeIn(appFolder);
        return WindowDriver.open(appFolder, show.resolveSibling("shows"));
    }

    /// Runs the command that is found by these words.
    void command(String words) throws Exception {
        window.press(KeyCode.SHORTCUT, KeyCode.K);
        window.type("palette-field", words).press(KeyCode.ENTER);
        window.until("the palette is gone", () -> !window.isSeen("palette-field"));
    }

    /// Takes pictures of what is seen, one for each of these.
    void take(String name, Stand... stands) throws Exception {
        for (Stand stand : stands) {
            window.stand(stand.width, stand.height, stand.scheme).rest();
            settle();
            window.stand(stand.width, stand.height, stand.scheme);
            settle();
            Plate plate = window.picture();
            write(name + "-" + stand.wireName(), stand.isGrey ? grey(plate) : plate);
        }
    }

    /// Takes a picture of what is under way, as it is now.
    void running(String name, Stand stand) throws Exception {
        window.stand(stand.width, stand.height, stand.scheme);
        write(name + "-" + stand.wireName(), window.picture());
    }

    /// A picture is whole when it stays the same but for a caret.
    private void settle() throws Exception {
        var before = new byte[1][0];
        var alike = new int[1];
        window.until(
                "the window stands still",
                () -> {
                    byte[] now = window.picture().rgb();
                    alike[0] = differences(now, before[0]) < CARET ? alike[0] + 1 : 0;
                    before[0] = now;
                    return alike[0] > 3;
                });
    }

    private static int differences(byte[] one, byte[] other) {
        if (one.length != other.length) {
            return one.length;
        }
        int different = 0;
        for (int i = 0; i < one.length; i++) {
            different += one[i] == other[i] ? 0 : 1;
        }
        return different;
    }

    private static Plate grey(Plate plate) {
        byte[] rgb = plate.rgb().clone();
        for (int i = 0; i < rgb.length; i += Plate.CHANNELS) {
            double luminance =
                    0.2126 * (rgb[i] & 255)
                            + 0.7152 * (rgb[i + 1] & 255)
                            + 0.0722 * (rgb[i + 2] & 255);
            byte value = (byte) Math.round(luminance);
            rgb[i] = value;
            rgb[i + 1] = value;
            rgb[i + 2] = value;
        }
        return new Plate(plate.width(), plate.height(), rgb);
    }

    private static void write(String name, Plate plate) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(
                FOLDER.resolve(name + ".png"), PngWriter.encode(plate, PngWriter.SMALL, List.of()));
    }
}
