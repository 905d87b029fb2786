package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studio.backlot.asset.AssetStore;
import studio.backlot.base.WindowThread;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.Register;
import studio.backlot.identity.OwnPerson;
import studio.backlot.job.JobStore;
import studio.backlot.job.QueueStore;
import studio.backlot.job.WorkspaceSettings;
import studio.backlot.production.ProductionDescription;
import studio.backlot.production.ProductionLayout;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.MalformedNote;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.PayloadStore;
import studio.backlot.provenance.ValidationStatus;

/// One production with its parts open, for writing or for reading; closing it closes them all.
///
/// `settings` are conveniences of this machine. `index` is there where it is open for writing or to
/// follow; `writer` and `queue` only where it is open for writing: this machine's person with the
/// keys that hold here, and the rows of the [PlateQueue]. `anchorFolder` is where checkpoints go
/// outside, `strayFiles` are temporary files that no run owns any more.
public record OpenProduction(
        ProductionLayout layout,
        ProductionDescription description,
        Ledger ledger,
        PayloadStore payloads,
        AssetStore assets,
        JobStore jobs,
        WorkspaceSettings settings,
        Optional<IndexSource> index,
        Optional<OwnPerson> writer,
        RegisterSource registerSource,
        Optional<QueueStore> queue,
        Optional<Path> anchorFolder,
        List<Path> strayFiles,
        Runnable release)
        implements AutoCloseable {

    public OpenProduction {
        strayFiles = List.copyOf(strayFiles);
    }

    /// Does a piece of work on the stores and the register while no other thread does. The window
    /// takes turns with the runs: those leave theirs while models run.
    public <T> T inTurn(Supplier<T> work) {
        synchronized (registerSource) {
            return work.get();
        }
    }

    /// What the entries add up to now; the same object each time, brought up to date.
    public Register register() {
        return registerSource.upToDate();
    }

    /// This machine's person who writes, with the keys that the production knows them by.
    public OwnPerson person() {
        return writer.orElseThrow(
                () -> new IllegalStateException("the production is open for reading only"));
    }

    /// Entry 0, which says what the production is.
    public LedgerEntry firstEntry() {
        LedgerEntry first =
                ledger.entry(0)
                        .orElseThrow(() ->
                                new LedgerFailed(
                                        "the ledger of "
                                                + layout.root()
                                                + " is empty: making the production was interrupted; delete the folder and make it again"));
        if (first.event() != EventType.PRODUCTION) {
            throw new LedgerFailed(
                    "the first entry of the ledger of "
                            + layout.root()
                            + " does not say what production it is: run `backlot ledger verify`");
        }
        return first;
    }

    /// The rules it was made with.
    public PolicyPreset preset() {
        return firstEntry()
                .assertions()
                .object("production")
                .flatMap(production -> production.text("preset"))
                .flatMap(PolicyPreset::ofWireName)
                .orElseThrow(() ->
                        new LedgerFailed(
                                "the first entry names no policy preset that this version knows"));
    }

    /// The policy that it works by now, to look at; an act takes it from [FollowPolicy], which
    /// records a changed one first. Throws [ActRefused] when there is no usable one.
    public Policy policy() {
        return new FollowPolicy(this).look().policy();
    }

    /// The log's public key, as entry 0 gives it.
    public NoteKey logKey() {
        try {
            return NoteKey.parse(
                    firstEntry()
                            .assertions()
                            .object("logKey")
                            .flatMap(key -> key.text("key"))
                            .orElse(""));
        } catch (MalformedNote e) {
            throw new LedgerFailed("the first entry holds no log key: " + e.getMessage(), e);
        }
    }

    /// When the newest checkpoint went to the anchor folder, if one lies there.
    public Optional<Instant> anchored() {
        WindowThread.refuse("the anchor was looked at");
        return anchorFolder
                .map(folder -> folder.resolve(description.id() + ".checkpoint"))
                .flatMap(file -> {
                    try {
                        return Optional.of(Files.getLastModifiedTime(file).toInstant());
                    } catch (IOException notThere) {
                        return Optional.empty();
                    }
                });
    }

    /// Orphan files, unfinished runs and formats that disagree; see [CheckProduction].
    public List<ValidationStatus> check() {
        return new CheckProduction(ledger, assets, jobs).check(() -> description, strayFiles);
    }

    @Override
    public void close() {
        release.run();
    }
}
