package studio.backlot.workflow;

import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.clearance.Register;
import studio.backlot.handover.PackageRefused;
import studio.backlot.identity.OwnPerson;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;

/// Keeps the [Register] of an open production: each question reads only what was appended since the
/// last. Not for several threads.
public final class RegisterSource {
    private final Ledger ledger;
    private final ImportedRecords imported;
    private final Register register = new Register();
    private long next;

    /// `assets` hold the manifests of the packages that were imported.
    public RegisterSource(Ledger ledger, AssetStore assets) {
        this.ledger = ledger;
        imported = new ImportedRecords(assets);
    }

    /// The register over all entries that the ledger has now.
    public Register upToDate() {
        next = EachEntry.inRegister(ledger, next, this::accept);
        return register;
    }

    /// This machine's person with those of their keys that the ledger knows them by. The register
    /// is asked only where there is a choice.
    public OwnPerson enrolled(OwnPerson own) {
        if (own.earlier().isEmpty()) {
            return own;
        }
        return upToDate()
                .persons()
                .person(own.person().id())
                .map(standing -> own.with(standing.person().keys()))
                .orElse(own);
    }

    private void accept(LedgerEntry entry) {
        register.accept(KnownEntry.local(entry));
        if (entry.event() == EventType.IMPORT) {
            try {
                imported.of(entry).forEach(register::accept);
            } catch (AssetMissing
                    | AssetDamaged
                    | AssetStoreFailed
                    | MalformedEntry
                    | PackageRefused e) {
                register.leaveOut(entry, String.valueOf(e.getMessage()));
            }
        }
    }
}
