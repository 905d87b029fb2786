package studio.backlot.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

/// Launcher to plate, less the launcher's `--version`, beside a plain Python loop over the same
/// files where one is given.
public final class ImageBench {
    private static final int PAIRS = 9;
    private static final int RUNS = 7;

    private final Path launcher;
    private final Path folder;

    /// `folder` is where the plates go.
    public ImageBench(Path launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    /// `peer`: interpreter and script; the script takes pack, prompt, steps, guidance, seed, size
    /// and output file.
    public JsonObject run(Optional<List<String>> peer) throws Exception {
        double[] versions = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            versions[i] = version();
        }
        var json =
                new JsonBuilder()
                        .put("versionSeconds", JsonNumber.of(PairedMeasurement.median(versions)));
        if (peer.isEmpty()) {
            double[] plates = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                plates[i] = plate();
            }
            return json.put("plateSeconds", JsonNumber.of(PairedMeasurement.median(plates)))
                    .build();
        }
        PairedMeasurement pairs =
                PairedMeasurement.run(
                        PAIRS,
                        () -> plate() - version(),
                        () -> ChildRun.seconds(peerCommand(peer.get())));
        return json.put("plateLessVersionToPeer", pairs.toJson()).build();
    }

    private double version() throws Exception {
        return ChildRun.seconds(List.of(launcher.toString(), "--version"));
    }

    private double plate() throws Exception {
        return ChildRun.seconds(
                List.of(
                        launcher.toString(),
                        "generate",
                        "--prompt",
                        "a lighthouse at dusk",
                        "--seed",
                        "7",
                        "--out",
                        folder.resolve("plate.png").toString()));
    }

    private List<String> peerCommand(List<String> peer) {
        Path pack = launcher.resolveSibling("..").resolve("models").resolve("backdrop-mini");
        List<String> command = new ArrayList<>(peer);
        command.addAll(List.of(pack.toString(), "a lighthouse at dusk", "20", "3", "7", "320x192"));
        command.add(folder.resolve("peer.png").toString());
        return command;
    }
}
