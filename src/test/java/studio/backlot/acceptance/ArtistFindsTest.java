package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;

/// An artist looks for a take by words of its prompt, goes to it and takes its settings over.
class ArtistFindsTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void aTakeIsFoundByItsWordsAndItsSettingsAreUsedAgain() throws Exception {
        var art = new ArtDesk(temporary);
        art.plateInSlot(7);
        art.plate(8);
        try (WindowDriver window = art.window()) {
            ArtDesk.takes(window, 1);
            window.says("shot", "No shot yet");
            window.press(KeyCode.SHORTCUT, KeyCode.F);
            window.type("search-field", "volcano");
            window.says("search-nothing", "No prompt of yours has");
            window.type("search-field", "LIGHT");
            window.until("both are found", () -> window.items("search-list").size() == 2);
            assertThat(window.items("search-list"))
                    .allMatch(found -> found.contains("a lighthouse"));
            window.press(KeyCode.DOWN).press(KeyCode.DOWN).click("search-again");
            window.says("shot", ArtDesk.SLOT);
            window.until(
                    "its words are in the bar", () -> window.text("prompt").equals("a lighthouse"));
        }
    }
}
