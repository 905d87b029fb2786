package studio.backlot.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executor;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.handover.PackageFiles;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.OwnPersons;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.EnrolPerson;
import studio.backlot.workflow.ExportPackage;
import studio.backlot.workflow.ImportPackage;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PackageChoice;
import studio.backlot.workflow.Productions;
import studio.backlot.workflow.RunContext;

/// What importing a package costs beside copying and hashing its files: each copied file is forced
/// to the disk, as whatever Backlot keeps.
public final class PackageBench {
    private static final int PAIRS = 9;
    private static final int PART = 1 << 18;

    private final Productions productions;
    private final PackageFiles packages;
    private final OwnPersons persons;
    private final RunContext context;
    private final Executor background;

    public PackageBench(
            Productions productions,
            PackageFiles packages,
            OwnPersons persons,
            RunContext context,
            Executor background) {
        this.productions = productions;
        this.packages = packages;
        this.persons = persons;
        this.context = context;
        this.background = background;
    }

    /// Measures with a package of this many plates of this many bytes, made in the folder.
    public JsonObject run(Path folder, int plates, int bytes) throws Exception {
        OwnPerson sender = persons.create("Ada Artist", EnumSet.allOf(Role.class), "");
        OwnPerson receiver = persons.create("Rob Receiver", EnumSet.allOf(Role.class), "");
        Path file = folder.resolve("work.backlot");
        List<Path> assets = make(folder.resolve("sender"), sender, plates, bytes, file);
        Path target = folder.resolve("target");
        PairedMeasurement measured =
                PairedMeasurement.run(
                        PAIRS,
                        () -> importSeconds(target, receiver, sender, file),
                        () -> copySeconds(target, assets));
        return new JsonBuilder()
                .put("plates", plates)
                .put("plateBytes", bytes)
                .put("packageBytes", Files.size(file))
                .put("importToCopyAndHash", measured.toJson())
                .build();
    }

    /// A production with these plates, all handed in and packed; where its assets lie.
    private List<Path> make(Path folder, OwnPerson sender, int plates, int bytes, Path file) {
        List<Path> assets = new ArrayList<>();
        try (OpenProduction production = create(folder, sender)) {
            Signatory by = everyday(sender);
            var random = new SplittableRandom(7);
            List<JsonObject> items = new ArrayList<>();
            for (int i = 0; i < plates; i++) {
                byte[] plate = new byte[bytes];
                random.nextBytes(plate);
                ContentHash asset = production.assets().put(plate);
                items.add(new JsonBuilder().put("asset", asset.hex()).build());
                record(production, by, asset, i);
            }
            UUID id = UUID.randomUUID();
            var submit =
                    new JsonBuilder()
                            .put("id", id.toString())
                            .put("assets", items)
                            .put("to", List.of(new JsonString("Rob Receiver")))
                            .put("use", "temp")
                            .build();
            production
                    .ledger()
                    .append(
                            new EntryDraft(
                                    EventType.SUBMIT,
                                    by,
                                    Optional.empty(),
                                    new JsonBuilder().put("submit", submit).build()));
            new ExportPackage(production, packages, context)
                    .run(
                            new ExportPackage.PackageOrder(
                                    new PackageChoice.Submission(id),
                                    List.of("Rob Receiver"),
                                    false,
                                    new ExportPackage.Sender(sender, guarded(sender)),
                                    file));
            try (var hashes = production.assets().list()) {
                hashes.flatMap(hash -> production.assets().locate(hash).stream())
                        .forEach(assets::add);
            }
        }
        return assets;
    }

    private void record(OpenProduction production, Signatory by, ContentHash asset, int number) {
        UUID job = UUID.randomUUID();
        PayloadReference prompt =
                production.payloads().putAll(List.of(SampleRuns.prompt(number))).getFirst();
        long intent =
                production.ledger().append(SampleRuns.intent(job, number, prompt, by)).index();
        production.ledger().append(SampleRuns.success(job, intent, asset, by));
    }

    private OpenProduction create(Path folder, OwnPerson person) {
        return productions.create(
                folder,
                new NewProduction("bench", PolicyPreset.SMALL_CREW, person, Optional.empty()));
    }

    private static Signatory everyday(OwnPerson person) {
        return Signatory.of(person.person().name(), Role.ARTIST, person.everyday());
    }

    private Signatory guarded(OwnPerson person) {
        return Signatory.of(person.person().name(), Role.PRODUCER, persons.guarded(person, ""));
    }

    private double importSeconds(Path target, OwnPerson receiver, OwnPerson sender, Path file)
            throws IOException {
        try (OpenProduction production = create(target, receiver)) {
            new EnrolPerson(production).vouch(sender.person(), guarded(receiver));
            long start = System.nanoTime();
            new ImportPackage(production, packages, background).run(file, everyday(receiver));
            return (System.nanoTime() - start) / 1e9;
        } finally {
            LedgerBench.delete(target);
        }
    }

    private static double copySeconds(Path target, List<Path> assets) throws IOException {
        Files.createDirectory(target);
        try {
            byte[] part = new byte[PART];
            long start = System.nanoTime();
            for (int i = 0; i < assets.size(); i++) {
                copy(assets.get(i), target.resolve("plate" + i), part);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            LedgerBench.delete(target);
        }
    }

    private static void copy(Path from, Path to, byte[] part) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        try (InputStream in = Files.newInputStream(from);
                FileChannel out =
                        FileChannel.open(
                                to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                digest.update(part, 0, n);
                ByteBuffer remaining = ByteBuffer.wrap(part, 0, n);
                while (remaining.hasRemaining()) {
                    out.write(remaining);
                }
            }
            out.force(true);
        }
        digest.digest();
    }
}
