package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.WindowDriver;

/// An artist deletes the pictures of hidden takes for good: the records stay and verify, and what
/// somebody leans on is left alone.
class ArtistErasesPicturesTest {
    @TempDir private Path temporary = Path.of("");

    private static Path file(ArtDesk art, String plate) {
        return art.desk
                .show
                .resolve("assets")
                .resolve(plate.substring(0, 2))
                .resolve(plate.substring(2, 4))
                .resolve(plate);
    }

    private static void hideAll(WindowDriver window, int count) throws Exception {
        for (int left = count; left > 0; left--) {
            ArtDesk.takes(window, left);
            ArtDesk.hide(window);
        }
        ArtDesk.takes(window, 0);
    }

    private static Cli.Result verify(ArtDesk art) {
        return art.desk.backlot.run("ledger", "verify", art.desk.show, "--all-signatures");
    }

    /// The command line exports each plate that it makes.
    @Test
    void whatWasExportedStays() throws Exception {
        var art = new ArtDesk(temporary);
        art.plateInSlot(7);
        try (WindowDriver window = art.window()) {
            hideAll(window, 1);
            window.click("takes-more").click("erase-open");
            window.says("erase-title", "No picture can be deleted");
            window.says("erase-staying", "1 more stays");
            window.click("erase-keep");
        }
        assertThat(verify(art).exitCode()).isZero();
    }

    private static void make(WindowDriver window, int count) throws Exception {
        window.type("prompt", "a lighthouse at dusk");
        for (int made = 1; made <= count; made++) {
            window.click("generate");
            ArtDesk.takes(window, made);
        }
    }

    private static List<Path> files(ArtDesk art) throws IOException {
        try (Stream<Path> all = Files.walk(art.desk.show.resolve("assets"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /// Two files stay: the plate that was handed in, and the policy.
    @Test
    void onlyWhatNobodyLeansOnGoesAndTheRecordSaysSo() throws Exception {
        var art = new ArtDesk(temporary);
        try (WindowDriver window = art.window()) {
            window.says("seal", "Recorded");
            make(window, 3);
            window.click("submit-open").click("submit-use-idea").click("submit-send");
            window.says("message-text", "Handed in");
            hideAll(window, 3);
            window.click("takes-more").click("erase-open");
            window.says("erase-title", "Delete the pictures of 2 hidden takes?");
            window.says("erase-staying", "1 more stays");
            Path kept = temporary.resolve("kept");
            Files.createDirectories(kept);
            for (Path file : files(art)) {
                Files.copy(file, kept.resolve(String.valueOf(file.getFileName())));
            }
            window.click("erase-now");
            window.says("message-text", "2 pictures deleted: record");
            ArtDesk.showHidden(window);
            window.until(
                    "the list says that they are gone",
                    () ->
                            window.items("takes").stream()
                                            .filter(take -> take.contains("Erased[record="))
                                            .count()
                                    == 2);
        }
        assertThat(files(art)).hasSize(2);
        Cli.Result verified = verify(art);
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
        assertADeletionThatWasCutShortIsFinished(art);
    }

    /// A crash between the record and the deletion leaves the files.
    private void assertADeletionThatWasCutShortIsFinished(ArtDesk art) throws IOException {
        try (Stream<Path> kept = Files.list(temporary.resolve("kept"))) {
            for (Path copy : kept.toList()) {
                Path file = file(art, String.valueOf(copy.getFileName()));
                if (!Files.exists(file)) {
                    Files.copy(copy, file);
                }
            }
        }
        assertThat(files(art)).hasSize(4);
        Cli.Result cutShort = verify(art);
        assertThat(cutShort.exitCode()).isOne();
        assertThat(cutShort.toString()).contains("asset.notErased");

        art.desk.backlot.json(
                "show", "add", art.desk.show, "episode", "102", "--person", ArtDesk.ME);
        assertThat(files(art)).hasSize(2);
        assertThat(verify(art).exitCode()).isZero();
    }
}
