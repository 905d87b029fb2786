package studio.backlot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import studio.backlot.asset.file.FileAssetStore;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.Progress;
import studio.backlot.handover.ImportCheck;
import studio.backlot.job.JobStoreFailed;
import studio.backlot.job.sqlite.SqliteWorkspace;
import studio.backlot.production.ProductionFolderRefused;
import studio.backlot.production.ProductionLayout;
import studio.backlot.provenance.KnownKey;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.LedgerVerifier;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.MalformedNote;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.OutsideCheckpoint;
import studio.backlot.provenance.RawEntry;
import studio.backlot.provenance.RawLedger;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.provenance.VerificationRequest;
import studio.backlot.provenance.sqlite.SqliteRawLedger;
import studio.backlot.provenance.sqlite.SqliteRawPayloads;
import studio.backlot.workflow.VerifyLedger;

/// Verifies the ledger that lies in a folder, with the checkpoints of its anchor folder and
/// whatever keys this machine has.
///
/// It opens the databases for reading only and needs no lock, so a writer may be at work.
final class FolderVerifier implements VerifyLedger {
    private final Folders folders;
    private final Executor reading;

    FolderVerifier(Folders folders, Executor reading) {
        this.folders = folders;
        this.reading = reading;
    }

    @Override
    public VerificationReport run(Question question, Progress progress, Cancellation cancellation) {
        var layout = new ProductionLayout(question.folder());
        if (!Files.isRegularFile(layout.ledger())) {
            throw new ProductionFolderRefused(
                    layout.root() + " holds no ledger.sqlite: name the folder of a production");
        }
        try (var ledger = SqliteRawLedger.open(layout.ledger())) {
            Optional<LedgerEntry> first = first(ledger);
            try (var payloads = payloads(layout, first)) {
                List<OutsideCheckpoint> outside = new ArrayList<>(question.outside());
                first.flatMap(entry -> anchored(layout, entry)).ifPresent(outside::add);
                FileAssetStore assets = FileAssetStore.openReadOnly(layout.assets());
                var plain =
                        VerificationRequest.of(ledger, payloads, assets)
                                .withOutside(outside)
                                .withModelRoots(question.modelRoots());
                VerificationRequest request =
                        question.isOfAllSignatures() ? plain.withAllSignatures() : plain;
                Optional<NoteKey> claimed = first.flatMap(FolderVerifier::logKey);
                Optional<NoteKey> known = question.key().flatMap(key -> whole(key, claimed));
                VerificationReport report =
                        new LedgerVerifier(reading)
                                .verify(
                                        known.map(request::withKey).orElse(request),
                                        new ImportCheck(assets),
                                        progress,
                                        cancellation);
                return question.key().isPresent() && known.isEmpty()
                        ? withOtherKey(report)
                        : report;
            }
        }
    }

    private SqliteRawPayloads payloads(ProductionLayout layout, Optional<LedgerEntry> first) {
        Optional<Path> keys =
                first.map(entry -> folders.payloadKeys(entry.production())).filter(Files::exists);
        return keys.map(file -> SqliteRawPayloads.open(layout.payload(), file))
                .orElseGet(() -> SqliteRawPayloads.open(layout.payload()));
    }

    /// The first entry, believed only for finding keys and anchors.
    private static Optional<LedgerEntry> first(RawLedger ledger) {
        try {
            List<RawEntry> rows = ledger.entries(0);
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LedgerEntry.parse(rows.getFirst().body()));
        } catch (MalformedEntry | LedgerFailed e) {
            // the verification itself says what is wrong with it
            return Optional.empty();
        }
    }

    private static Optional<NoteKey> logKey(LedgerEntry first) {
        try {
            return first.assertions()
                    .object("logKey")
                    .flatMap(key -> key.text("key"))
                    .map(NoteKey::parse);
        } catch (MalformedNote e) {
            return Optional.empty();
        }
    }

    /// A fingerprint stands for the key that the ledger claims, where it is of that key.
    private static Optional<NoteKey> whole(KnownKey key, Optional<NoteKey> claimed) {
        return switch (key) {
            case KnownKey.Whole whole -> Optional.of(whole.key());
            case KnownKey.Fingerprint fingerprint -> claimed.filter(fingerprint::isOf);
        };
    }

    private static VerificationReport withOtherKey(VerificationReport report) {
        List<ValidationStatus> statuses = new ArrayList<>(report.statuses());
        statuses.addFirst(
                ValidationStatus.finding(
                        "key.other",
                        "entry 0",
                        "the ledger names a log key whose fingerprint is not the one given: it was made with another key, or you have"
                                + " the fingerprint of another production"));
        return new VerificationReport(
                report.production(),
                report.entries(),
                report.root(),
                report.anchoring(),
                report.payloads(),
                report.assetsChecked(),
                report.modelFilesChecked(),
                statuses);
    }

    private static Optional<OutsideCheckpoint> anchored(
            ProductionLayout layout, LedgerEntry first) {
        if (!Files.isRegularFile(layout.workspace())) {
            return Optional.empty();
        }
        try (SqliteWorkspace workspace = SqliteWorkspace.openForReading(layout.workspace())) {
            return workspace
                    .settings()
                    .read(ProductionFolders.ANCHOR)
                    .flatMap(value ->
                            value instanceof JsonString path
                                    ? Optional.of(path.value())
                                    : Optional.empty())
                    .map(folder -> Path.of(folder, first.production() + ".checkpoint"))
                    .filter(Files::isRegularFile)
                    .flatMap(FolderVerifier::read);
        } catch (JobStoreFailed e) {
            // a damaged workspace names no anchor; the report then says how much is not anchored
            return Optional.empty();
        }
    }

    private static Optional<OutsideCheckpoint> read(Path file) {
        try {
            return Optional.of(new OutsideCheckpoint(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
