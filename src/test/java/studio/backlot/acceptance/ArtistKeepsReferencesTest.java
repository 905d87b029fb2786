package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.JsonValue.JsonObject;

/// An artist brings pictures from elsewhere to the canvas: they lie beside it, marked as imported,
/// and the record says where they came from.
class ArtistKeepsReferencesTest {
    @TempDir private Path temporary = Path.of("");

    private Path jpeg(String name) throws Exception {
        Path file = temporary.resolve(name);
        ImageIO.write(new BufferedImage(64, 40, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
        return file;
    }

    /// Pastes files on the canvas, which takes them as if they were dropped there.
    private static void give(WindowDriver window, Path... files) throws Exception {
        window.click("canvas");
        WindowDriver.onWindowThread(() -> {
            var content = new ClipboardContent();
            content.putFiles(Arrays.stream(files).map(Path::toFile).toList());
            return Clipboard.getSystemClipboard().setContent(content);
        });
        window.press(KeyCode.SHORTCUT, KeyCode.V);
    }

    @Test
    void picturesFromElsewhereLieBesideTheCanvasAndAreRecorded() throws Exception {
        var art = new ArtDesk(temporary);
        art.plateInSlot(7);
        Path photo = jpeg("harbour.jpg");
        try (WindowDriver window = art.window()) {
            ArtDesk.takes(window, 1);
            give(window, photo);
            window.says("reference-name", "harbour.jpg");
            window.says("message-text", "harbour.jpg is kept as a reference");
            give(window, temporary.resolve("plate.png"));
            window.says("reference-name", "plate.png");
            window.click("reference-next");
            window.says("reference-name", "harbour.jpg");
            window.click("reference-away");
            window.says("reference-name", "plate.png");
            window.says("message-text", "Reference laid away");
            window.click("references");
            window.until("it is out of the way", () -> !window.isSeen("reference"));
        }
        List<JsonObject> imports =
                art
                        .desk
                        .backlot
                        .json("ledger", "list", art.desk.show)
                        .array("entries")
                        .orElseThrow()
                        .stream()
                        .map(JsonObject.class::cast)
                        .filter(entry -> entry.text("event").orElse("").equals("import"))
                        .toList();
        assertThat(imports).hasSize(2);
        Cli.Result verified =
                art.desk.backlot.run("ledger", "verify", art.desk.show, "--all-signatures");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
        try (WindowDriver window = art.window()) {
            window.says("reference-name", "plate.png");
        }
    }

    @Test
    void whatIsNoPictureIsSaidInWords() throws Exception {
        var art = new ArtDesk(temporary);
        art.plateInSlot(7);
        Path words = Files.writeString(temporary.resolve("notes.txt"), "fog");
        byte[] whole = Files.readAllBytes(jpeg("harbour.jpg"));
        Path cut = temporary.resolve("cut.jpg");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        byte[] png = Files.readAllBytes(temporary.resolve("plate.png"));
        Path broken = temporary.resolve("broken.png");
        Files.write(broken, Arrays.copyOf(png, png.length / 2));
        try (WindowDriver window = art.window()) {
            ArtDesk.takes(window, 1);
            give(window, words);
            window.says("message-text", "notes.txt is not a picture");
            give(window, cut);
            window.says("message-text", "cut.jpg is cut off or damaged");
            give(window, broken);
            window.says("message-text", "broken.png cannot be shown");
            give(window, temporary);
            window.says("message-text", "is not a file");
            assertThat(window.isSeen("reference")).isFalse();
        }
    }
}
