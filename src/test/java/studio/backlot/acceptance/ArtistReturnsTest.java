package studio.backlot.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;

/// An artist comes back to a show and goes on where they left it.
class ArtistReturnsTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void theSlotOfTheNewestTakeIsOpenedWhereNoneWasChosen() throws Exception {
        var art = new ArtDesk(temporary);
        art.plateInSlot(7);
        art.plateInSlot(8);
        try (WindowDriver window = art.window()) {
            window.says("shot", ArtDesk.SLOT);
            ArtDesk.takes(window, 2);
        }
    }

    @Test
    void theSlotThatWasWorkedOnIsOpenedAgain() throws Exception {
        var art = new ArtDesk(temporary);
        art.plate(7);
        try (WindowDriver window = art.window()) {
            window.says("shot", "No shot yet");
            ArtDesk.takes(window, 1);
            window.click("shot").click("shot-new");
            window.type("new-slot-path", "101/0130/sea").click("new-slot-make");
            window.says("shot", "101/0130/sea");
        }
        try (WindowDriver window = art.window()) {
            window.says("shot", "101/0130/sea");
            ArtDesk.takes(window, 0);
        }
    }
}
