package studio.backlot.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Milestone;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackHasher;
import studio.backlot.catalog.file.FilePackHashes;
import studio.backlot.catalog.file.PackFolders;
import studio.backlot.cli.Benchmarks;
import studio.backlot.credential.XmpPacket;
import studio.backlot.handover.PackageFiles;
import studio.backlot.handover.file.ZipPackages;
import studio.backlot.identity.OwnPersons;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.keyring.FileOwnPersons;
import studio.backlot.identity.keyring.FileSecretStore;
import studio.backlot.identity.keyring.Keyring;
import studio.backlot.identity.keyring.Passphrase;
import studio.backlot.identity.keyring.SystemKeyring;
import studio.backlot.job.Interrupts;
import studio.backlot.job.Workers;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.sqlite.SqliteLibrary;
import studio.backlot.workflow.GeneratorSource;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.Productions;
import studio.backlot.workflow.RecoveryReport;
import studio.backlot.workflow.RunContext;
import studio.backlot.workflow.SampleFiles;
import studio.backlot.workflow.Studio;
import studio.backlot.workflow.VerifyLedger;

/// Puts the program together: every port gets its adapter here, and nowhere else. Parts are made
/// when first asked for.
final class Wiring implements Studio, AutoCloseable {
    private static final int IO_THREADS = 2;

    /// Commands that run models.
    private static final List<String> MAKING = List.of("generate", "replay");

    private final Folders folders;
    private final Milestone milestone;
    private final Supplier<Keyring> keyring;
    private final InstantSource clock = InstantSource.system();
    private final Workers workers =
            new Workers(
                    IO_THREADS,
                    (thread, failure) -> {
                        System.err.println("backlot: " + thread.getName() + " failed: " + failure);
                    });
    private Optional<ModelCatalog> catalog = Optional.empty();

    /// Without a keyring.
    Wiring(Folders folders) {
        this(folders, Milestone.NONE);
    }

    /// `milestone` is told of named points of durable work.
    Wiring(Folders folders, Milestone milestone) {
        this(folders, milestone, SystemKeyring.unused());
    }

    private Wiring(Folders folders, Milestone milestone, Supplier<Keyring> keyring) {
        this.folders = folders;
        this.milestone = milestone;
        this.keyring = keyring;
    }

    /// The program as the environment and the platform want it, with the account's keyring.
    static Wiring of(Map<String, String> environment, Properties system) {
        Folders folders = Folders.of(environment, system);
        return new Wiring(
                folders,
                Milestone.NONE,
                SystemKeyring.of(
                        folders.appFolder(), environment, system.getProperty("os.name", "")));
    }

    /// Loads the native libraries that a command will need beside the reading of its words; touches
    /// no model.
    void warmUpFor(List<String> words) {
        if (!words.isEmpty() && MAKING.contains(words.getFirst())) {
            workers.io().execute(this::prepareKeys);
            workers.io().execute(SqliteLibrary::load);
            workers.io().execute(OnnxRuntime::open);
            workers.io().execute(XmpPacket::prepare);
        }
    }

    /// The first use of a key in a process takes as long as some steps of denoising. What goes
    /// wrong here goes wrong again where the key is used, and is told there.
    private void prepareKeys() {
        try {
            var _ = persons().named(accountName());
        } catch (RuntimeException e) {
            return;
        }
    }

    @Override
    public Productions productions() {
        return productions(Wiring::tell);
    }

    /// As [#productions()]; `recovered` hears what each opening settled.
    Productions productions(Consumer<RecoveryReport> recovered) {
        SecretStore secrets =
                FileSecretStore.open(folders.secrets(), Passphrase.none(), new SecureRandom());
        return new ProductionFolders(
                folders,
                secrets,
                new ProductionFolders.LedgerSurroundings(
                        clock, UUID::randomUUID, milestone, workers.io()),
                recovered);
    }

    /// Says what an earlier end left open and what became of it.
    private static void tell(RecoveryReport report) {
        report.runs()
                .forEach(run ->
                        System.err.println(
                                "backlot: the run of record "
                                        + run.intent()
                                        + " was not finished: "
                                        + run.action().words()));
        report.findings()
                .forEach(finding ->
                        System.err.println(
                                "backlot: " + finding.where() + ": " + finding.explanation()));
    }

    @Override
    public ModelCatalog catalog() {
        if (catalog.isEmpty()) {
            catalog = Optional.of(new ModelCatalog(packRoots(), hasher()));
        }
        return catalog.get();
    }

    @Override
    public List<Path> packRoots() {
        List<Path> roots = new ArrayList<>();
        folders.bundledPacks().ifPresent(roots::add);
        roots.add(folders.packs());
        return roots;
    }

    @Override
    public void removePack(ModelPack pack) {
        PackFolders.remove(pack, folders.packs());
    }

    @Override
    public ModelPack addPack(Path folder, Progress progress, Cancellation cancellation) {
        return PackFolders.add(folder, folders.packs(), hasher(), progress, cancellation);
    }

    @Override
    public boolean isRemovable(ModelPack pack) {
        return folders.packs().toAbsolutePath().normalize().equals(pack.folder().getParent());
    }

    private PackHasher hasher() {
        return new PackHasher(FilePackHashes.open(folders.packHashes()), clock);
    }

    @Override
    public GeneratorSource generators() {
        return new LoadedGenerators(catalog(), workers.io());
    }

    @Override
    public PlateQueue queue(OpenProduction production) {
        return PlateQueue.open(
                production,
                context(),
                new PlateQueue.Works(catalog(), generators(), workers.inference()));
    }

    @Override
    public VerifyLedger verifier() {
        return new FolderVerifier(folders, workers.io());
    }

    @Override
    public RunContext context() {
        return new RunContext(
                clock,
                UUID::randomUUID,
                Version.current(),
                catalog()::packs,
                new InstalledFaceFinder(catalog(), workers.io()));
    }

    @Override
    public Executor io() {
        return workers.io();
    }

    @Override
    public Executor desk() {
        return workers.desk();
    }

    @Override
    public Interrupts onInterrupt(Cancellation cancellation) {
        return Interrupts.watch(cancellation);
    }

    /// Seeds of 32 bits: the generator uses no more, and a short number is easier to say.
    @Override
    public LongSupplier seeds() {
        var random = new SecureRandom();
        return () -> Integer.toUnsignedLong(random.nextInt());
    }

    @Override
    public Optional<SampleFiles> sample() {
        return folders.sample();
    }

    @Override
    public PackageFiles packages() {
        return new ZipPackages();
    }

    @Override
    public OwnPersons persons() {
        return FileOwnPersons.in(
                folders.persons(),
                folders.secrets(),
                keyring,
                new SecureRandom(),
                UUID::randomUUID);
    }

    @Override
    public String accountName() {
        String name = System.getProperty("user.name", "");
        return name.isBlank() ? "unnamed" : name;
    }

    Benchmarks benchmarks() {
        return new AppBenchmarks(this, folders);
    }

    @Override
    public void close() {
        workers.close();
    }
}
