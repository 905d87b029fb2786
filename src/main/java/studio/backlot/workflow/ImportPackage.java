package studio.backlot.workflow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import studio.backlot.asset.AssetIntake;
import studio.backlot.base.Beside;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.handover.ImportRecord;
import studio.backlot.handover.ImportRecord.ImportedEntry;
import studio.backlot.handover.ImportRecord.ImportedText;
import studio.backlot.handover.KnownLogs;
import studio.backlot.handover.LogExtract;
import studio.backlot.handover.OpeningsForm;
import studio.backlot.handover.PackageCheck;
import studio.backlot.handover.PackageFiles;
import studio.backlot.handover.PackageManifest;
import studio.backlot.handover.PackageReader;
import studio.backlot.handover.PackageRefused;
import studio.backlot.handover.PackedEntry;
import studio.backlot.handover.PackedFile;
import studio.backlot.handover.PackedOpening;
import studio.backlot.identity.Person;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.provenance.ValidationStatus;

/// Takes in a `.backlot` package from another machine: what is new in it, and nothing twice.
///
/// All of it is verified, its files in a temporary place, before anything of the production is
/// touched. Then come the files, the texts as texts of this production, and one entry that makes
/// both and the other ledger's records known.
public final class ImportPackage {
    private final OpenProduction production;
    private final PackageFiles packages;
    private final Executor background;

    /// `background` takes what goes on beside the reading of a package.
    public ImportPackage(OpenProduction production, PackageFiles packages, Executor background) {
        this.production = production;
        this.packages = packages;
        this.background = background;
    }

    /// What was in the package, and the record of the import: none when all of it was known.
    public record TakenIn(PackageManifest manifest, Optional<LedgerEntry> entry) {
        /// What became known by it.
        public ImportRecord.News news() {
            return entry.map(one -> ImportRecord.of(one).news())
                    .orElseGet(() -> new ImportRecord.News(List.of(), List.of(), List.of()));
        }
    }

    /// What is new in a package, before it is taken in.
    private record Fresh(
            List<PackedEntry> entries, List<ContentHash> files, List<PackedOpening> openings) {
        boolean isNothing() {
            return entries.isEmpty() && files.isEmpty() && openings.isEmpty();
        }
    }

    /// Imports. Throws [PackageRefused] in words when the package is not what it should be, is from
    /// nobody known here, or contradicts an earlier one; the production is untouched then.
    public TakenIn run(Path file, Signatory by) {
        try (PackageReader reader = packages.open(file);
                AssetIntake intake = production.assets().intake(background)) {
            PackageManifest manifest = reader.manifest();
            requireOther(manifest);
            requireKnown(manifest.sender());
            requireSound(
                    PackageCheck.ofSignature(
                            manifest, reader.texts().manifest(), reader.texts().signature()));
            Beside<List<ValidationStatus>> records =
                    Beside.start(background, () -> PackageCheck.ofRecords(manifest));
            List<PackedOpening> openings = OpeningsForm.parse(reader.texts().openings());
            requireSound(PackageCheck.ofOpenings(manifest, openings));
            Fresh fresh = fresh(manifest, openings);
            reader.readAssets((asset, content) ->
                    requireSame(asset, intake.take(asset.sha256(), asset.bytes(), content)));
            requireSound(records.result());
            if (fresh.isNothing()) {
                return new TakenIn(manifest, Optional.empty());
            }
            intake.keep();
            return new TakenIn(manifest, Optional.of(record(reader, fresh, by)));
        }
    }

    private void requireOther(PackageManifest manifest) {
        if (manifest.log().production().equals(production.ledger().production())) {
            throw new PackageRefused(
                    "this package came out of this very production: there is nothing in it to import");
        }
    }

    private void requireKnown(Person sender) {
        EnrolledPersons persons = production.register().persons();
        ContentHash fingerprint = sender.keys().guarded().fingerprint();
        Optional<EnrolledPersons.Key> key = persons.key(fingerprint);
        boolean isVouched =
                key.filter(EnrolledPersons.Key::isGuarded)
                        .filter(one -> one.until() == Long.MAX_VALUE)
                        .flatMap(one -> persons.person(one.person()))
                        .filter(standing -> standing.isVouched() && !standing.isRetired())
                        .isPresent();
        if (!isVouched) {
            throw new PackageRefused(
                    "this package is signed by "
                            + sender.name()
                            + " with the key "
                            + fingerprint
                            + ", whom nobody has vouched for in this production: get their card by another way, compare the key, then: backlot person enrol DIR CARD");
        }
    }

    private static void requireSound(List<ValidationStatus> statuses) {
        if (!statuses.isEmpty()) {
            throw new PackageRefused(
                    "the package was refused: "
                            + String.join(
                                    "; ",
                                    statuses.stream()
                                            .limit(5)
                                            .map(ValidationStatus::explanation)
                                            .toList())
                            + (statuses.size() > 5
                                    ? "; and " + (statuses.size() - 5) + " more"
                                    : "")
                            + ". Nothing was imported; ask the sender for it again");
        }
    }

    private static void requireSame(PackedFile asset, ContentHash found) {
        if (!found.equals(asset.sha256())) {
            throw new PackageRefused(
                    "the package was refused: the file "
                            + asset.sha256()
                            + " in it has other bytes than its sender signed. Nothing was imported; ask the sender for it again");
        }
    }

    private Fresh fresh(PackageManifest manifest, List<PackedOpening> openings) {
        LogExtract log = manifest.log();
        KnownLogs known = known();
        var records = new ImportedRecords(production.assets());
        return switch (known.judge(log, records::manifest)) {
            case KnownLogs.Conflict conflict ->
                    throw new PackageRefused(
                            "this package contradicts what is known here: "
                                    + conflict.explanation()
                                    + ". Nothing was imported");
            case KnownLogs.Continues continues ->
                    new Fresh(
                            continues.fresh(),
                            manifest.files().stream()
                                    .map(PackedFile::sha256)
                                    .filter(file -> !known.knowsFile(file))
                                    .toList(),
                            openings.stream()
                                    .filter(one ->
                                            !known.knowsText(
                                                    log.production(), one.opening().payload()))
                                    .toList());
        };
    }

    private KnownLogs known() {
        var known = new KnownLogs();
        EachEntry.inRegister(
                production.ledger(),
                0,
                entry -> {
                    if (ImportRecord.isIn(entry)) {
                        known.accept(ImportRecord.of(entry));
                    }
                });
        return known;
    }

    private LedgerEntry record(PackageReader reader, Fresh fresh, Signatory by) {
        PackageManifest manifest = reader.manifest();
        LogExtract log = manifest.log();
        ContentHash kept = production.assets().put(reader.texts().manifest());
        var record =
                new ImportRecord(
                        new ImportRecord.Origin(
                                manifest.id(),
                                manifest.sender().id(),
                                log.production(),
                                log.key(),
                                log.checkpoint()),
                        new ImportRecord.Kept(
                                kept,
                                new String(reader.texts().signature(), StandardCharsets.US_ASCII)),
                        new ImportRecord.News(
                                fresh.entries().stream().map(ImportPackage::imported).toList(),
                                fresh.files(),
                                keepTexts(fresh.openings())),
                        manifest.heldBack());
        return production
                .ledger()
                .append(new EntryDraft(EventType.IMPORT, by, Optional.empty(), record.toJson()));
    }

    private static ImportedEntry imported(PackedEntry packed) {
        return new ImportedEntry(packed.index(), packed.leaf(), packed.entry().event());
    }

    /// Each text is kept with the salt that proves it to be the one the other ledger committed to.
    private List<ImportedText> keepTexts(List<PackedOpening> openings) {
        List<PayloadReference> references =
                production
                        .payloads()
                        .putAll(
                                openings.stream()
                                        .map(one ->
                                                new PayloadDraft(
                                                        one.opening().kind(),
                                                        CanonicalJson.bytes(
                                                                one.opening().toJson())))
                                        .toList());
        List<ImportedText> texts = new ArrayList<>();
        for (int i = 0; i < openings.size(); i++) {
            PackedOpening one = openings.get(i);
            texts.add(new ImportedText(one.entry(), one.opening().payload(), references.get(i)));
        }
        return texts;
    }
}
