package studio.backlot.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;

/// Which pictures were deleted for good, by which record and when, as far as the ledger goes when
/// asked. One whose file is there again was made once more, and is not among them.
public final class ErasedPictures {
    private static final String ERASED = "erased";
    static final String PICTURES = "pictures";

    private final OpenProduction production;
    private final Map<ContentHash, Erased> all = new HashMap<>();
    private long next;

    public ErasedPictures(OpenProduction production) {
        this.production = production;
    }

    /// The record that says so, and its time.
    public record Erased(long record, Instant time) {}

    /// Reads on in the ledger; not for the thread of a window.
    public synchronized void refresh() {
        next =
                EachEntry.inRegister(
                        production.ledger(),
                        next,
                        entry ->
                                in(entry)
                                        .forEach(asset ->
                                                all.put(
                                                        asset,
                                                        new Erased(entry.index(), entry.time()))));
    }

    /// What deleted the picture of an asset, if anything did.
    public synchronized Optional<Erased> of(ContentHash asset) {
        return Optional.ofNullable(all.get(asset))
                .filter(erased -> production.assets().locate(asset).isEmpty());
    }

    /// The pictures that an entry says are deleted; none for any other entry.
    static Set<ContentHash> in(LedgerEntry entry) {
        if (entry.event() != EventType.REDACTION) {
            return Set.of();
        }
        return entry
                .assertions()
                .object(ERASED)
                .flatMap(erased -> erased.array(PICTURES))
                .orElse(List.of())
                .stream()
                .filter(JsonObject.class::isInstance)
                .flatMap(picture -> ((JsonObject) picture).text("asset").stream())
                .filter(ContentHash::isHex)
                .map(ContentHash::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
