package studio.backlot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.app.bench.BrowseBench;
import studio.backlot.app.bench.ImageBench;
import studio.backlot.app.bench.LedgerBench;
import studio.backlot.app.bench.PackageBench;
import studio.backlot.app.bench.StartBench;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.cli.Benchmarks;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.identity.keyring.FileOwnPersons;

/// The measurements behind `backlot bench`, on folders and a launcher of this machine.
final class AppBenchmarks implements Benchmarks {
    private static final long MOST_BROWSED = 200_000;
    private static final int PACKED_PLATES = 500;
    private static final int PACKED_PLATE_BYTES = 2_000_000;

    private final Wiring wiring;
    private final Folders folders;

    AppBenchmarks(Wiring wiring, Folders folders) {
        this.wiring = wiring;
        this.folders = folders;
    }

    @Override
    public JsonObject run(BenchRequest request) throws Exception {
        Path folder = LedgerBench.temporaryFolder();
        double loadBefore = loadAverage();
        try {
            JsonObject figures =
                    switch (request.name()) {
                        case "ledger" ->
                                new LedgerBench(
                                                wiring.productions(),
                                                person(folder),
                                                launcher("backlot-verify"))
                                        .run(folder, request.entries());
                        // its plates have no files, which each opening would say
                        case "browse" ->
                                new BrowseBench(wiring.productions(report -> {}), person(folder))
                                        .run(folder, Math.min(MOST_BROWSED, request.entries()));
                        case "package" -> packages(folder);
                        case "image" ->
                                new ImageBench(launcher("backlot"), folder).run(peer(request));
                        default -> new StartBench(launcher("backlot")).run();
                    };
            return new JsonBuilder()
                    .put("loadAverageBefore", JsonNumber.of(loadBefore))
                    .put("processors", Runtime.getRuntime().availableProcessors())
                    .put("figures", figures)
                    .build();
        } finally {
            LedgerBench.delete(folder);
        }
    }

    /// With an app folder of its own, so that the keys of its productions go with it.
    private JsonObject packages(Path folder) throws Exception {
        try (var apart = new Wiring(new Folders(folder.resolve("app"), folders.bundledPacks()))) {
            return new PackageBench(
                            apart.productions(),
                            apart.packages(),
                            apart.persons(),
                            apart.context(),
                            apart.io())
                    .run(folder, PACKED_PLATES, PACKED_PLATE_BYTES);
        }
    }

    /// Somebody whose keys lie in the folder of the measurement alone.
    private static OwnPerson person(Path folder) {
        return FileOwnPersons.in(
                        folder.resolve("persons"),
                        folder.resolve("secrets"),
                        new SecureRandom(),
                        UUID::randomUUID)
                .create("Ada Artist", EnumSet.allOf(Role.class), "");
    }

    private static Optional<List<String>> peer(BenchRequest request) {
        if (!request.isAgainstPeer()) {
            return Optional.empty();
        }
        return Optional.of(List.of(required("BACKLOT_PEER_PYTHON"), required("BACKLOT_PEER_LOOP")));
    }

    private static String required(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--peer needs "
                                        + variable
                                        + ": the interpreter and the loop `src/test/peer/plain_loop.py` of the source (see docs/benchmarks.md)"));
    }

    /// The launcher that started this program; measurements of whole processes need it.
    private Path launcher(String name) {
        Path home =
                folders.bundledPacks()
                        .map(Path::getParent)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "measure with the launcher in target/backlot/bin"));
        Path launcher = home.resolve("bin").resolve(name);
        if (!Files.exists(launcher)) {
            throw new IllegalArgumentException(
                    "there is no launcher "
                            + launcher
                            + ": run `mvn package` and measure with"
                            + " target/backlot/bin/backlot");
        }
        return launcher;
    }

    /// The one-minute load average where the system tells it, else 0.
    private static double loadAverage() {
        try {
            String line = Files.readString(Path.of("/proc/loadavg"));
            return Double.parseDouble(line.substring(0, line.indexOf(' ')));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return 0;
        }
    }
}
