package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.JsonValue.JsonObject;

/// The very first start: a finished plate and its words, nothing to fill in, and nothing signed for
/// a person who has done nothing yet.
class FirstStartTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir private Path temporary = Path.of("");

    @Test
    void aFinishedPlateStandsWithItsWordsAndTheScriptIsThere() throws Exception {
        Path app = temporary.resolve("app");
        Path shows = temporary.resolve("shows");
        try (WindowDriver window = WindowDriver.open(app, shows)) {
            window.says("banner-text", "The plate is the Backlot project's");
            window.says("banner-text", "Credited as " + ME);
            window.says("prompt", "mountains above a lake at dusk");
            assertThat(window.items("takes")).hasSize(1).allMatch(take -> take.startsWith("Made"));
            assertThat(window.seen("prompt").isFocused()).isTrue();
            assertThat(window.seen("generate").isDisabled()).isFalse();

            window.click("welcome-write");
            window.says("page", "INT. LIGHTHOUSE - LAMP ROOM - NIGHT");
            assertThat(window.isSeen("banner-text")).isFalse();
        }

        var backlot = new Cli(app);
        Path show = shows.resolve("sample-show");
        List<JsonObject> entries =
                backlot.json("ledger", "list", show).array("entries").orElseThrow().stream()
                        .map(JsonObject.class::cast)
                        .toList();
        assertThat(entries)
                .extracting(entry -> entry.text("event").orElse(""))
                .containsExactly("production", "person", "person", "import");
        Cli.Result verified = backlot.run("ledger", "verify", show, "--all-signatures");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }
}
