package studio.backlot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.asset.file.FileAssetStore;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.Milestone;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SigningKey;
import studio.backlot.job.WorkspaceSettings;
import studio.backlot.job.sqlite.SqliteWorkspace;
import studio.backlot.production.ProductionDescription;
import studio.backlot.production.ProductionLayout;
import studio.backlot.production.Writer;
import studio.backlot.production.file.AnchorFolders;
import studio.backlot.production.file.FolderProbe;
import studio.backlot.production.file.ProductionFolder;
import studio.backlot.production.file.ProductionLock;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.PayloadStore;
import studio.backlot.provenance.Signatory;
import studio.backlot.provenance.sqlite.LedgerSetup;
import studio.backlot.provenance.sqlite.SqliteLedger;
import studio.backlot.provenance.sqlite.SqlitePayloadStore;
import studio.backlot.raster.MalformedPng;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;
import studio.backlot.workflow.EnrollingLedger;
import studio.backlot.workflow.FirstEntry;
import studio.backlot.workflow.IndexSource;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ProductionStores;
import studio.backlot.workflow.Productions;
import studio.backlot.workflow.RecoverProduction;
import studio.backlot.workflow.RecoveryReport;
import studio.backlot.workflow.RegisterSource;

/// Makes and opens productions as folders on this machine, with their keys in the app folder.
final class ProductionFolders implements Productions {
    static final String ANCHOR = "anchorFolder";

    private final Folders folders;
    private final SecretStore secrets;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Milestone milestone;
    private final Executor beside;
    private final Consumer<RecoveryReport> recovered;
    private final SecureRandom random = new SecureRandom();

    /// `recovered` hears what each opening for writing settled.
    ProductionFolders(
            Folders folders,
            SecretStore secrets,
            LedgerSurroundings surroundings,
            Consumer<RecoveryReport> recovered) {
        this.folders = folders;
        this.secrets = secrets;
        this.clock = surroundings.clock();
        this.ids = surroundings.ids();
        this.milestone = surroundings.milestone();
        this.beside = surroundings.beside();
        this.recovered = recovered;
    }

    /// Where time, ids and milestones of a ledger come from and go to; what can be read beside
    /// other work is read on `beside`.
    record LedgerSurroundings(
            InstantSource clock, Supplier<UUID> ids, Milestone milestone, Executor beside) {}

    @Override
    public boolean isProduction(Path folder) {
        return ProductionFolder.isProduction(folder);
    }

    @Override
    public Optional<Plate> picture(Path folder, ContentHash asset, int width) {
        try {
            byte[] png =
                    FileAssetStore.openReadOnly(new ProductionLayout(folder).assets()).read(asset);
            return Optional.of(PngReader.read(png).plate().atMost(width));
        } catch (AssetMissing | AssetDamaged | AssetStoreFailed | MalformedPng e) {
            return Optional.empty();
        }
    }

    @Override
    public OpenProduction create(Path folder, NewProduction details) {
        ProductionLayout layout =
                new ProductionFolder(new FolderProbe(System.getenv())).prepare(folder);
        details.anchorFolder().ifPresent(anchor -> AnchorFolders.prepare(anchor, layout));
        UUID production = ids.get();
        SigningKey key = SigningKey.generate();
        try (var _ = ProductionLock.acquire(layout, writer(details.person().person().name()))) {
            secrets.write(keyName(production), key.secret());
            SqliteLedger.create(layout.ledger(), production, key);
            SqlitePayloadStore.create(layout.payload());
            try (SqliteWorkspace workspace = SqliteWorkspace.open(layout.workspace());
                    Ledger ledger =
                            SqliteLedger.open(
                                    layout.ledger(), setup(production, key, Optional.empty()))) {
                details.anchorFolder()
                        .ifPresent(anchor -> keepAnchor(workspace.settings(), anchor));
                FirstEntry.append(
                        ledger,
                        FileAssetStore.open(layout.assets(), Milestone.NONE),
                        layout,
                        details,
                        new NoteKey(Checkpoint.originOf(production), key.verificationKey()));
            }
            ProductionFolder.describe(
                    layout,
                    ProductionDescription.of(
                            production,
                            details.name(),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
        return openForWriting(folder, details.person());
    }

    @Override
    public OpenProduction openForWriting(Path folder, OwnPerson own) {
        var layout = new ProductionLayout(folder);
        ProductionDescription description =
                new ProductionFolder(new FolderProbe(System.getenv())).open(layout);
        SigningKey key = signingKey(description);
        try (var opened = new Opened()) {
            opened.add(ProductionLock.acquire(layout, writer(own.person().name())));
            SqliteWorkspace workspace = opened.add(SqliteWorkspace.open(layout.workspace()));
            Optional<Path> anchor = anchor(workspace);
            Ledger stored =
                    opened.add(
                            SqliteLedger.open(
                                    layout.ledger(), setup(description.id(), key, anchor)));
            AssetStore assets = FileAssetStore.open(layout.assets(), milestone);
            var register = new RegisterSource(stored, assets);
            OwnPerson person = register.enrolled(own);
            var ledger = new EnrollingLedger(stored, register, person);
            PayloadStore payloads =
                    opened.add(
                            SqlitePayloadStore.open(
                                    layout.payload(),
                                    folders.payloadKeys(description.id()),
                                    random,
                                    milestone));
            var index = opened.add(new LazyIndex(layout.index(), ledger, beside));
            recovered.accept(
                    RecoverProduction.recover(
                            new ProductionStores(
                                    ledger,
                                    payloads,
                                    assets,
                                    workspace.jobs(),
                                    workspace.queue(),
                                    workspace.settings()),
                            milestone,
                            Signatory.of(
                                    person.person().name(), Role.PRODUCER, person.everyday())));
            return new OpenProduction(
                    layout,
                    description,
                    ledger,
                    payloads,
                    assets,
                    workspace.jobs(),
                    workspace.settings(),
                    Optional.of(index),
                    Optional.of(person),
                    register,
                    Optional.of(workspace.queue()),
                    anchor,
                    List.of(),
                    opened.keep());
        }
    }

    @Override
    public void anchorIn(OpenProduction production, Path folder) {
        AnchorFolders.prepare(folder, production.layout());
        keepAnchor(production.settings(), folder);
    }

    private static void keepAnchor(WorkspaceSettings settings, Path folder) {
        settings.write(ANCHOR, new JsonString(folder.toAbsolutePath().normalize().toString()));
    }

    @Override
    public OpenProduction openForReading(Path folder) {
        return openForReading(folder, (opened, ledger) -> Optional.empty());
    }

    @Override
    public OpenProduction openToFollow(Path folder) {
        return openForReading(
                folder,
                (opened, ledger) ->
                        Optional.of(
                                opened.add(
                                        new FollowingIndex(
                                                folders.following(), ids.get(), ledger, beside))));
    }

    private OpenProduction openForReading(
            Path folder, BiFunction<Opened, Ledger, Optional<IndexSource>> lists) {
        var layout = new ProductionLayout(folder);
        ProductionDescription description = ProductionFolder.describe(layout);
        try (var opened = new Opened()) {
            // a workspace that is gone is made again by the next writer; until then it counts as
            // empty
            Optional<SqliteWorkspace> workspace =
                    Files.exists(layout.workspace())
                            ? Optional.of(
                                    opened.add(SqliteWorkspace.openForReading(layout.workspace())))
                            : Optional.empty();
            Ledger ledger =
                    opened.add(SqliteLedger.openForReading(layout.ledger(), description.id()));
            Path keys = folders.payloadKeys(description.id());
            PayloadStore payloads =
                    opened.add(
                            Files.exists(keys)
                                    ? SqlitePayloadStore.openForReading(layout.payload(), keys)
                                    : SqlitePayloadStore.openForReading(layout.payload()));
            FileAssetStore assets = FileAssetStore.openReadOnly(layout.assets());
            return new OpenProduction(
                    layout,
                    description,
                    ledger,
                    payloads,
                    assets,
                    workspace.map(SqliteWorkspace::jobs).orElseGet(NoRuns::new),
                    workspace.map(SqliteWorkspace::settings).orElseGet(NoSettings::new),
                    lists.apply(opened, ledger),
                    Optional.empty(),
                    new RegisterSource(ledger, assets),
                    Optional.empty(),
                    workspace.flatMap(ProductionFolders::anchor),
                    assets.leftovers(),
                    opened.keep());
        }
    }

    private SigningKey signingKey(ProductionDescription description) {
        byte[] secret =
                secrets.read(keyName(description.id()))
                        .orElseThrow(() ->
                                new LedgerFailed(
                                        "this account on this machine does not hold the key that signs the ledger of "
                                                + description.name()
                                                + " (looked in "
                                                + folders.secrets()
                                                + "): open it for reading, or continue it where it was made"));
        return SigningKey.ofSecret(secret);
    }

    private LedgerSetup setup(UUID production, SigningKey key, Optional<Path> anchor) {
        return new LedgerSetup(production, key, clock, ids, milestone, anchor);
    }

    private static Optional<Path> anchor(SqliteWorkspace workspace) {
        return workspace
                .settings()
                .read(ANCHOR)
                .flatMap(value ->
                        value instanceof JsonString path
                                ? Optional.of(Path.of(path.value()))
                                : Optional.empty());
    }

    private static String keyName(UUID production) {
        return "log-" + production;
    }

    private Writer writer(String person) {
        return new Writer(person, hostName(), ProcessHandle.current().pid(), clock.instant());
    }

    /// This machine's name as its own files and environment give it; no name service is asked.
    private static String hostName() {
        for (String variable : List.of("HOSTNAME", "COMPUTERNAME")) {
            String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        try {
            String name = Files.readString(Path.of("/etc/hostname")).strip();
            return name.isEmpty() ? "this machine" : name;
        } catch (IOException e) {
            return "this machine";
        }
    }

    /// What has been opened so far, closed in reverse order unless kept.
    private static final class Opened implements AutoCloseable {
        private final Deque<AutoCloseable> parts = new ArrayDeque<>();
        private boolean isKept;

        <T extends AutoCloseable> T add(T part) {
            parts.push(part);
            return part;
        }

        Runnable keep() {
            isKept = true;
            return this::closeAll;
        }

        @Override
        public void close() {
            if (!isKept) {
                closeAll();
            }
        }

        private void closeAll() {
            RuntimeException first = null;
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    var failure =
                            e instanceof RuntimeException words
                                    ? words
                                    : new IllegalStateException("closing failed", e);
                    if (first == null) {
                        first = failure;
                    } else {
                        first.addSuppressed(failure);
                    }
                }
            }
            if (first != null) {
                throw first;
            }
        }
    }
}
