package studio.backlot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.app.bench.BrowseBench;
import studio.backlot.app.bench.ImageBench;
import studio.backlot.app.bench.LedgerBench;
import studio.backlot.app.bench.MakingBench;
import studio.backlot.app.bench.PackageBench;
import studio.backlot.app.bench.SamplePictures;
import studio.backlot.app.bench.SampleWork;
import studio.backlot.app.bench.ScrollBench;
import studio.backlot.app.bench.StartBench;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.cli.Benchmarks;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.identity.keyring.FileOwnPersons;
import studio.backlot.provenance.Signatory;
import studio.backlot.ui.shell.Room;
import studio.backlot.ui.shell.Settings;
import studio.backlot.ui.shell.SettingsStore;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;

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
                        case "scroll" -> scroll(folder, request.entries());
                        case "making" -> making(folder);
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

    /// In a window with a production of as many assets, each with its picture.
    private JsonObject scroll(Path folder, long entries) throws Exception {
        try (var apart = apart(folder)) {
            OwnPerson person = account(apart);
            Path show = folder.resolve("show");
            var details = new NewProduction("bench", PolicyPreset.SOLO, person, Optional.empty());
            try (OpenProduction production = apart.productions().create(show, details)) {
                var pictures = new SamplePictures(production.layout().assets());
                SampleWork.fill(
                        production,
                        Signatory.of(person.person().name(), Role.ARTIST, person.everyday()),
                        Math.min(MOST_BROWSED, entries),
                        pictures::write);
            }
            return window(apart, show, Room.REVIEW).during(window -> new ScrollBench(window).run());
        }
    }

    private JsonObject making(Path folder) throws Exception {
        try (var apart = apart(folder)) {
            Path show = folder.resolve("show");
            var details =
                    new NewProduction("bench", PolicyPreset.SOLO, account(apart), Optional.empty());
            apart.productions().create(show, details).close();
            return window(apart, show, Room.ART)
                    .during(window ->
                            new MakingBench(
                                            window,
                                            apart.productions(),
                                            launcher("backlot"),
                                            folder)
                                    .run());
        }
    }

    private static OwnPerson account(Wiring apart) {
        return apart.persons().create(apart.accountName(), EnumSet.allOf(Role.class), "");
    }

    /// The window at its first size in that room, with that production.
    private static WindowProgram window(Wiring apart, Path show, Room room) {
        var settings =
                Settings.first()
                        .with(room)
                        .withShow(new Settings.RecentShow(show, "bench", Instant.EPOCH));
        return new WindowProgram(
                apart, SettingsStore.forgetful(settings), show.resolveSibling("shows"));
    }

    /// With an app folder of its own, so that the keys of its productions go with it.
    private Wiring apart(Path folder) {
        return new Wiring(new Folders(folder.resolve("app"), folders.bundledPacks()));
    }

    private JsonObject packages(Path folder) throws Exception {
        try (var apart = apart(folder)) {
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
