package studio.backlot.search.sqlite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.search.AssetFacts;

/// The intents whose outcome has not been read yet, so that few are looked up a second time.
final class OpenIntents {
    private static final int MOST = 4_096;

    private final Ledger ledger;
    private final Map<Long, LedgerEntry> open = new LinkedHashMap<>();

    OpenIntents(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Takes the next entry; answers the asset that it made, if it made one.
    Optional<AssetFacts> take(LedgerEntry entry) {
        if (entry.event() == EventType.INTENT) {
            open.put(entry.index(), entry);
            if (open.size() > MOST) {
                open.remove(open.keySet().iterator().next());
            }
        }
        if (entry.event() != EventType.OUTCOME) {
            return Optional.empty();
        }
        Optional<LedgerEntry> intent =
                AssetFacts.intentOf(entry)
                        .filter(index -> index < entry.index())
                        .flatMap(this::intent);
        return AssetFacts.of(entry, intent, entry.index(), 0);
    }

    private Optional<LedgerEntry> intent(long index) {
        return Optional.ofNullable(open.remove(index))
                .or(() -> ledger.entry(index))
                .filter(entry -> entry.event() == EventType.INTENT);
    }
}
