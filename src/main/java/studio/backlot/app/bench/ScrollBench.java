package studio.backlot.app.bench;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;

/// What scrolling through a long list costs the window's thread, pulse by pulse: the sheet and the
/// table of the Review room, by wheel, by the bar from end to end, in jumps, and fast.
///
/// A pulse's work is the processor time of the thread from one pulse to the next, results of
/// background work included.
public final class ScrollBench {
    private static final int PULSES = 1_000;
    private static final int SETTLING = 60;
    private static final double WHEEL = 120;
    private static final double FAST = 400;

    private final MeasuredWindow window;

    public ScrollBench(MeasuredWindow window) {
        this.window = window;
    }

    /// Scrolls through all assets of the open show.
    public JsonObject run() throws Exception {
        click("nav-assets");
        var json = new JsonBuilder();
        VirtualFlow<?> sheet = flow("sheet");
        json.put("sheet", scroll(sheet));
        click("review-table");
        VirtualFlow<?> table = flow("table");
        return json.put("table", scroll(table)).put("rows", table.getCellCount()).build();
    }

    private void click(String id) throws Exception {
        var button = (ToggleButton) window.node(id);
        window.later(button::fire);
    }

    /// The rows of a list once it is long.
    private VirtualFlow<?> flow(String id) throws Exception {
        Node list = window.node(id);
        return window.seen(
                "the rows of " + id,
                () ->
                        Optional.ofNullable(list.lookup(".virtual-flow"))
                                .filter(VirtualFlow.class::isInstance)
                                .<VirtualFlow<?>>map(flow -> (VirtualFlow<?>) flow)
                                .filter(flow -> flow.getCellCount() > PULSES));
    }

    private JsonObject scroll(VirtualFlow<?> flow) throws Exception {
        var random = new SplittableRandom(5);
        var done = new CompletableFuture<PulseTimes>();
        var times =
                new PulseTimes(
                        SETTLING, PULSES, pulse -> step(flow, pulse, random), done::complete);
        window.later(() -> times.start(window.scene()));
        return done.get().toJson();
    }

    private static void step(VirtualFlow<?> flow, int pulse, SplittableRandom random) {
        if (pulse < 500) {
            flow.scrollPixels(WHEEL);
        } else if (pulse < 700) {
            flow.setPosition((pulse - 500) / 200.0);
        } else if (pulse < 850 && pulse % 10 == 0) {
            flow.setPosition(random.nextDouble());
        } else if (pulse < 850) {
            flow.scrollPixels(-WHEEL);
        } else {
            flow.scrollPixels(-FAST);
        }
    }
}
