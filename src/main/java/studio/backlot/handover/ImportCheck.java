package studio.backlot.handover;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.ContentHash;
import studio.backlot.handover.ImportRecord.ImportedEntry;
import studio.backlot.identity.Person;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EntryWitness;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.ValidationStatus;

/// Checks the imports of a ledger against the manifests that were kept: each is verified anew, as
/// it was when it came, and must not contradict an earlier one.
public final class ImportCheck implements EntryWitness {
    private final AssetStore assets;
    private final KnownLogs known = new KnownLogs();
    private final EnrolledPersons persons = new EnrolledPersons();
    private final List<ValidationStatus> statuses = new ArrayList<>();

    public ImportCheck(AssetStore assets) {
        this.assets = assets;
    }

    @Override
    public void accept(LedgerEntry entry) {
        try {
            if (Enrolment.isIn(entry)) {
                // whether it counts is said by the verifier itself
                persons.accept(entry.index(), Enrolment.of(entry), entry.person().key());
            } else if (ImportRecord.isIn(entry)) {
                check(entry);
            }
        } catch (MalformedEntry e) {
            if (entry.event() == EventType.IMPORT) {
                finding("import.malformed", entry, String.valueOf(e.getMessage()));
            }
        }
    }

    private void check(LedgerEntry entry) {
        ImportRecord record = ImportRecord.of(entry);
        Optional<byte[]> kept = read(record.kept().manifest(), entry);
        if (kept.isPresent()) {
            try {
                PackageManifest manifest = ManifestForm.parse(kept.get());
                checkManifest(entry, record, manifest, kept.get());
            } catch (PackageRefused e) {
                finding("import.manifestMalformed", entry, String.valueOf(e.getMessage()));
            }
        }
        known.accept(record);
    }

    /// That the file is there and whole is checked with all other assets.
    private Optional<byte[]> read(ContentHash manifest, LedgerEntry entry) {
        try {
            return Optional.of(assets.read(manifest));
        } catch (AssetMissing | AssetDamaged | AssetStoreFailed e) {
            finding(
                    "import.manifestUnreadable",
                    entry,
                    "what the package said of itself is not there any more, so its records cannot be checked: "
                            + e.getMessage());
            return Optional.empty();
        }
    }

    private void checkManifest(
            LedgerEntry entry, ImportRecord record, PackageManifest manifest, byte[] bytes) {
        byte[] signature = record.kept().signature().getBytes(StandardCharsets.US_ASCII);
        for (ValidationStatus status : PackageCheck.run(manifest, bytes, signature)) {
            finding("import." + status.code(), entry, status.explanation());
        }
        LogExtract log = manifest.log();
        ImportRecord.Origin origin = record.origin();
        boolean isOfIt =
                origin.id().equals(manifest.id())
                        && origin.sender().equals(manifest.sender().id())
                        && origin.production().equals(log.production())
                        && origin.logKey().equals(log.key())
                        && origin.checkpoint().format().equals(log.checkpoint().format());
        if (!isOfIt) {
            finding("import.mismatch", entry, "it does not say what its package says of itself");
        }
        checkSender(entry, manifest.sender());
        checkNews(entry, record, manifest);
        if (known.judge(log, hash -> ManifestForm.parse(assets.read(hash)))
                instanceof KnownLogs.Conflict conflict) {
            finding(conflict.code(), entry, conflict.explanation());
        }
    }

    private void checkSender(LedgerEntry entry, Person sender) {
        boolean isVouched =
                persons.key(sender.keys().guarded().fingerprint())
                        .filter(key -> key.isGuarded() && key.until() >= entry.index())
                        .flatMap(key -> persons.person(key.person()))
                        .filter(EnrolledPersons.Standing::isVouched)
                        .isPresent();
        if (!isVouched) {
            finding(
                    "import.senderUnknown",
                    entry,
                    "its package was sent by "
                            + sender.name()
                            + ", whom nobody had vouched for in this ledger then");
        }
    }

    private void checkNews(LedgerEntry entry, ImportRecord record, PackageManifest manifest) {
        Map<Long, PackedEntry> shown = new HashMap<>();
        manifest.log().entries().forEach(packed -> shown.put(packed.index(), packed));
        Set<Long> taken = new HashSet<>();
        for (ImportedEntry one : record.news().entries()) {
            PackedEntry packed = shown.get(one.index());
            if (packed == null || !packed.leaf().equals(one.leaf())) {
                finding(
                        "import.entryMismatch",
                        entry,
                        "record " + one.index() + " that it names is not the one in its package");
            }
            if (!taken.add(one.index()) || known.knows(record.origin().production(), one.index())) {
                finding(
                        "import.twice",
                        entry,
                        "record " + one.index() + " of the other ledger is imported twice");
            }
        }
        Set<ContentHash> packedFiles = new HashSet<>();
        manifest.files().forEach(file -> packedFiles.add(file.sha256()));
        for (ContentHash file : record.news().files()) {
            if (!packedFiles.contains(file)) {
                finding(
                        "import.fileMismatch",
                        entry,
                        "the file " + file + " that it names was not in its package");
            }
        }
    }

    private void finding(String code, LedgerEntry entry, String explanation) {
        statuses.add(ValidationStatus.finding(code, "entry " + entry.index(), explanation));
    }

    @Override
    public List<ValidationStatus> finish() {
        return List.copyOf(statuses);
    }
}
