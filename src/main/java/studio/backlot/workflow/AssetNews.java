package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.handover.ImportRecord;
import studio.backlot.handover.PackageRefused;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.EntrySummary;

/// What entries bring that changes how assets stand: which assets, which parts of the show, which
/// persons.
final class AssetNews {
    private final ImportedRecords records;
    private final Set<ContentHash> touched = new LinkedHashSet<>();
    private final List<AssetFacts> imported = new ArrayList<>();
    private final Map<UUID, Long> heldBack = new HashMap<>();
    private boolean isTreeChanged;
    private boolean isScopeChanged;
    private boolean arePersonsChanged;

    AssetNews(ImportedRecords records) {
        this.records = records;
    }

    /// Takes an entry of this production's own ledger.
    void take(LedgerEntry entry) {
        if (entry.event() == EventType.IMPORT) {
            takeImport(entry);
        } else {
            note(entry);
        }
    }

    private void takeImport(LedgerEntry entry) {
        if (!ImportRecord.isIn(entry)) {
            return;
        }
        try {
            ImportRecord record = ImportRecord.of(entry);
            heldBack.put(record.origin().production(), record.heldBack());
            Map<Long, LedgerEntry> intents = new HashMap<>();
            int number = 0;
            for (KnownEntry known : records.of(entry)) {
                LedgerEntry theirs = known.entry();
                if (theirs.event() == EventType.INTENT) {
                    intents.put(theirs.index(), theirs);
                }
                Optional<LedgerEntry> intent =
                        AssetFacts.intentOf(theirs)
                                .flatMap(index -> Optional.ofNullable(intents.get(index)));
                Optional<AssetFacts> made = AssetFacts.of(theirs, intent, entry.index(), number++);
                made.ifPresent(this::add);
                note(theirs);
            }
        } catch (AssetMissing
                | AssetDamaged
                | AssetStoreFailed
                | MalformedEntry
                | PackageRefused ofTheRegister) {
            // the register lists the import among its findings
            return;
        }
    }

    private void add(AssetFacts facts) {
        imported.add(facts);
        touched.add(facts.asset());
    }

    private void note(LedgerEntry entry) {
        JsonObject assertions = entry.assertions();
        switch (entry.event()) {
            case SUBMIT -> {
                touched.addAll(EntrySummary.of(entry).assets());
                isScopeChanged |= assertions.array("answers").filter(a -> !a.isEmpty()).isPresent();
            }
            case SHOW_TREE -> {
                touched.addAll(EntrySummary.of(entry).assets());
                isTreeChanged |=
                        assertions
                                .object("showTree")
                                .flatMap(label -> label.array("nodes"))
                                .isPresent();
            }
            case REVIEW ->
                    assertions
                            .object("verdict")
                            .flatMap(verdict -> verdict.text("file"))
                            .filter(ContentHash::isHex)
                            .ifPresent(hex -> touched.add(new ContentHash(hex)));
            case USE_CASE -> isScopeChanged = true;
            case PERSON -> arePersonsChanged = true;
            default -> {}
        }
    }

    /// Whether nothing was brought that concerns assets.
    boolean isEmpty() {
        return touched.isEmpty()
                && heldBack.isEmpty()
                && !isTreeChanged
                && !isScopeChanged
                && !arePersonsChanged;
    }

    /// The assets that were handed in, decided about, assigned or imported.
    Set<ContentHash> touched() {
        return touched;
    }

    /// The assets that packages brought.
    List<AssetFacts> imported() {
        return imported;
    }

    /// How many drafts other machines kept, by their productions.
    Map<UUID, Long> heldBack() {
        return heldBack;
    }

    boolean isTreeChanged() {
        return isTreeChanged;
    }

    /// Whether answers may hold for other assets than before.
    boolean isScopeChanged() {
        return isScopeChanged || isTreeChanged;
    }

    boolean arePersonsChanged() {
        return arePersonsChanged;
    }
}
