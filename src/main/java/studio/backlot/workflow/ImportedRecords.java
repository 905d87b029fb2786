package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.backlot.asset.AssetStore;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.clearance.Source;
import studio.backlot.handover.ImportRecord;
import studio.backlot.handover.ManifestForm;
import studio.backlot.handover.PackageManifest;
import studio.backlot.handover.PackedEntry;
import studio.backlot.provenance.LedgerEntry;

/// The records of other ledgers that came in packages, read from the manifests that are kept.
public final class ImportedRecords {
    private final AssetStore assets;

    public ImportedRecords(AssetStore assets) {
        this.assets = assets;
    }

    /// The records that an `import` entry made known, in the order of their own ledger; none for an
    /// entry that imported no package. Throws [studio.backlot.asset.AssetMissing] or
    /// [studio.backlot.asset.AssetDamaged] when the manifest is not there,
    /// [studio.backlot.provenance.MalformedEntry] when the entry cannot be read.
    public List<KnownEntry> of(LedgerEntry entry) {
        if (!ImportRecord.isIn(entry)) {
            return List.of();
        }
        ImportRecord record = ImportRecord.of(entry);
        Set<Long> fresh = new HashSet<>();
        record.news().entries().forEach(one -> fresh.add(one.index()));
        if (fresh.isEmpty()) {
            return List.of();
        }
        ImportRecord.Origin origin = record.origin();
        var source =
                new Source.Imported(
                        origin.production(), origin.logKey().key().fingerprint(), origin.id());
        List<KnownEntry> known = new ArrayList<>();
        for (PackedEntry packed : manifest(record).log().entries()) {
            if (fresh.contains(packed.index())) {
                known.add(new KnownEntry(packed.entry(), source));
            }
        }
        return known;
    }

    /// The manifest that an import kept.
    PackageManifest manifest(ImportRecord record) {
        return manifest(record.kept().manifest());
    }

    /// The kept manifest of that name.
    PackageManifest manifest(ContentHash kept) {
        return ManifestForm.parse(assets.read(kept));
    }
}
