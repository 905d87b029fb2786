package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.WindowDriver;

/// An artist takes a plate out of the window as a file with its proper name: it is exported with
/// its record before anything carries it away.
class ArtistHandsOverTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void whatIsDraggedOrCopiedWasExportedBefore() throws Exception {
        var art = new ArtDesk(temporary);
        art.plateInSlot(7);
        try (WindowDriver window = art.window()) {
            ArtDesk.takes(window, 1);
            window.press(KeyCode.SHORTCUT, KeyCode.K);
            window.type("palette-field", "drag out").press(KeyCode.ENTER);
            window.says("hand-over-file", "101_0120_sky_v001.png");
            window.click("hand-over-copy");
            List<File> copied =
                    WindowDriver.onWindowThread(() -> Clipboard.getSystemClipboard().getFiles());
            assertThat(copied)
                    .singleElement()
                    .satisfies(file -> {
                        assertThat(file.getName()).isEqualTo("101_0120_sky_v001.png");
                        assertThat(Files.size(file.toPath())).isPositive();
                    });
            Cli.Result asked = art.desk.backlot.run("inspect", copied.getFirst().toPath());
            assertThat(asked.exitCode()).as(asked.toString()).isZero();
            window.click("hand-over-done");
        }
        Cli.Result verified = art.desk.backlot.run("ledger", "verify", art.desk.show);
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }
}
