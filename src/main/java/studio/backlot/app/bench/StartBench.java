package studio.backlot.app.bench;

import java.nio.file.Path;
import java.util.List;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

/// How long the launcher takes from nothing to `--version`: the median of 7 after two warm-ups.
public final class StartBench {
    private static final int RUNS = 7;
    private static final int WARM_UPS = 2;

    private final Path launcher;

    public StartBench(Path launcher) {
        this.launcher = launcher;
    }

    public JsonObject run() throws Exception {
        double[] seconds = new double[RUNS];
        for (int i = -WARM_UPS; i < RUNS; i++) {
            double now = ChildRun.seconds(List.of(launcher.toString(), "--version"));
            if (i >= 0) {
                seconds[i] = now;
            }
        }
        return new JsonBuilder()
                .put("versionSeconds", JsonNumber.of(PairedMeasurement.median(seconds)))
                .build();
    }
}
