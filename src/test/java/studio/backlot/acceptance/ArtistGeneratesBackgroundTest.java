package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.JsonValue.JsonObject;

/// The artist, through the window: from words to a plate, starred, handed in, and all of it in a
/// ledger that verifies.
class ArtistGeneratesBackgroundTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void wordsBecomeATakeThatIsStarredHandedInAndVerified() throws Exception {
        Path app = temporary.resolve("app");
        Path shows = temporary.resolve("shows");
        try (WindowDriver window = WindowDriver.open(app, shows)) {
            assertThat(window.text("generate")).isEqualTo("Generate");
            window.until(
                    "the sample show is open", () -> window.text("seal").startsWith("Recorded"));
            window.type("prompt", "a lighthouse at dusk, storm clouds").click("generate");
            window.until(
                    "the plate is recorded",
                    () ->
                            window.items("takes").stream()
                                            .filter(take -> take.startsWith("Made"))
                                            .count()
                                    == 2);

            window.click("submit-open").click("submit-use-idea").click("submit-send");
            window.until(
                    "it is handed in",
                    () ->
                            window.isSeen("message-text")
                                    && window.text("message-text").startsWith("Handed in"));
        }

        var backlot = new Cli(app);
        Path show = shows.resolve("sample-show");
        List<String> events =
                backlot.json("ledger", "list", show).array("entries").orElseThrow().stream()
                        .map(JsonObject.class::cast)
                        .map(entry -> entry.text("event").orElse(""))
                        .toList();
        assertThat(events).contains("intent", "outcome", "submit");
        Cli.Result verified = backlot.run("ledger", "verify", show, "--all-signatures");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }
}
