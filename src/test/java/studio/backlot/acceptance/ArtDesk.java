package studio.backlot.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import studio.backlot.app.WindowDriver;

/// An artist's machine with one show of a few plates, and its window in the Art room.
final class ArtDesk {
    static final String ME = System.getProperty("user.name");
    static final String SLOT = "101/0120/sky";

    final ReviewDesk desk;
    private final Path temporary;

    ArtDesk(Path temporary) throws IOException {
        this.temporary = temporary;
        desk = new ReviewDesk(temporary);
        desk.make("solo", ME);
        Map<String, String> nodes = new LinkedHashMap<>();
        nodes.put("101", "episode");
        nodes.put("101/0120", "shot");
        nodes.put(SLOT, "slot");
        nodes.forEach((path, kind) ->
                desk.backlot.json("show", "add", desk.show, kind, path, "--person", ME));
    }

    /// A plate that is meant for no slot.
    String plate(int seed) {
        return desk.generate(ME, seed);
    }

    /// A plate that is meant for the slot.
    String plateInSlot(int seed) {
        String plate = plate(seed);
        desk.backlot.json("show", "assign", desk.show, plate, "--slot", SLOT, "--person", ME);
        return plate;
    }

    WindowDriver window() throws Exception {
        new WindowSettings(desk.show, "Harbour", "art", "en", 1280)
                .writeIn(desk.backlot.appFolder());
        return WindowDriver.open(desk.backlot.appFolder(), temporary);
    }

    /// Waits until there are so many recorded takes in the strip.
    static void takes(WindowDriver window, int count) throws Exception {
        window.until(
                count + " takes are there",
                () ->
                        window.items("takes").stream()
                                        .filter(take -> take.startsWith("Made"))
                                        .count()
                                == count);
    }

    /// Hides the take on the canvas, from the contact sheet.
    static void hide(WindowDriver window) throws Exception {
        window.click("canvas").press(KeyCode.G);
        window.seen("contact-sheet");
        window.press(KeyCode.X).press(KeyCode.ESCAPE);
        window.until("the canvas is back", () -> !window.isSeen("contact-sheet"));
    }

    /// Lets hidden takes stand in the strip.
    static void showHidden(WindowDriver window) throws Exception {
        window.click("takes-more").click("takes-hidden");
    }

    /// Presses a button that may be scrolled out of sight.
    static void fire(WindowDriver window, String id) throws Exception {
        var button = (ButtonBase) window.seen(id);
        WindowDriver.onWindowThread(() -> {
            button.fire();
            return true;
        });
    }
}
