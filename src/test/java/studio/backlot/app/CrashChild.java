package studio.backlot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Milestone;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackHasher;
import studio.backlot.catalog.PackHashes;
import studio.backlot.clearance.UseLabel;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.GeneratePlate;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateOrder;

/// A process that makes plates until it is killed: prints `ack INDEX ASSET` for each that was
/// acknowledged, and stops with `at NAME` when a milestone is reached for the n-th time.
public final class CrashChild {
    static OwnPerson ada(Wiring wiring) {
        return wiring.persons()
                .named("Ada")
                .orElseGet(() -> wiring.persons().create("Ada", EnumSet.allOf(Role.class), ""));
    }

    private CrashChild() {}

    /// Arguments: the production, the app folder, a folder with an empty pack, the milestone (or
    /// `-`), and its count.
    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var folders = new Folders(Path.of(arguments[1]), Optional.empty());
        ModelPack pack = pack(Path.of(arguments[2]));
        Milestone milestone = stopAt(arguments[3], Integer.parseInt(arguments[4]));
        try (var wiring = new Wiring(folders, milestone);
                OpenProduction production =
                        wiring.productions().openForWriting(folder, ada(wiring))) {
            say("open");
            var generate = new GeneratePlate(production, wiring.context());
            for (long seed = 0; ; seed++) {
                var order =
                        new PlateOrder(
                                PlateRequest.of("dusk " + seed).withSeed(seed),
                                pack,
                                false,
                                UseLabel.IDEA,
                                Optional.empty(),
                                List.of(),
                                Signatory.of("Ada", Role.ARTIST, ada(wiring).everyday()));
                LedgerEntry outcome =
                        generate.run(
                                order, new QuickGenerator(), Progress.NONE, new Cancellation());
                say(
                        "ack "
                                + outcome.index()
                                + " "
                                + outcome.assertions()
                                        .object("output")
                                        .flatMap(o -> o.text("asset"))
                                        .orElseThrow());
            }
        }
    }

    static ModelPack pack(Path folder) {
        return ModelPack.open(folder, new PackHasher(PackHashes.NONE, InstantSource.system()));
    }

    /// A folder that counts as an image pack.
    static Path packFolder(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("quick"));
        Files.writeString(
                folder.resolve("model_index.json"),
                "{\"_class_name\":\"StableDiffusionPipeline\"}");
        return folder;
    }

    private static Milestone stopAt(String name, int count) {
        int[] seen = {0};
        return reached -> {
            if (reached.equals(name) && ++seen[0] == count) {
                say("at " + name);
                while (true) {
                    LockSupport.park();
                }
            }
        };
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
