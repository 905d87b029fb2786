package studio.backlot.workflow;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadReference;

/// One pass over the entries from an index on: which runs ended, which did not, which payloads are
/// named or erased.
///
/// Memory grows with the runs that have no outcome and the payloads named, not with the entries.
final class RunScan {
    private static final int PAGE = 512;

    private final Map<Long, LedgerEntry> open = new LinkedHashMap<>();
    private final Set<Long> namedPayloads = new HashSet<>();
    private final Set<Long> erasedPayloads = new HashSet<>();
    private final Set<ContentHash> erasedPictures = new HashSet<>();
    private final Consumer<RunEntries> whenEnded;

    private RunScan(Consumer<RunEntries> whenEnded) {
        this.whenEnded = whenEnded;
    }

    /// Reads the entries with index `from` to the end; `whenEnded` gets each run whose intent and
    /// outcome are among them.
    static RunScan of(Ledger ledger, long from, Consumer<RunEntries> whenEnded) {
        var scan = new RunScan(whenEnded);
        long next = from;
        for (List<LedgerEntry> page = ledger.entries(next, PAGE);
                !page.isEmpty();
                page = ledger.entries(next, PAGE)) {
            page.forEach(scan::take);
            next += page.size();
        }
        return scan;
    }

    private void take(LedgerEntry entry) {
        NamedPieces.in(entry.assertions()).payloads().stream()
                .map(PayloadReference::id)
                .forEach(namedPayloads::add);
        switch (entry.event()) {
            case INTENT -> open.put(entry.index(), entry);
            case OUTCOME -> {
                FindWork.assetOf(entry).ifPresent(erasedPictures::remove);
                RunEntries.intentOf(entry.assertions())
                        .flatMap(index -> Optional.ofNullable(open.remove(index)))
                        .ifPresent(intent ->
                                whenEnded.accept(new RunEntries(intent, Optional.of(entry))));
            }
            case IMPORT -> erasedPictures.removeAll(NamedPieces.in(entry.assertions()).assets());
            case REDACTION -> {
                erasedPictures.addAll(ErasedPictures.in(entry));
                entry.assertions()
                        .object("erased")
                        .flatMap(erased -> erased.array("payloads"))
                        .ifPresent(ids ->
                                ids.forEach(id -> {
                                    if (id instanceof JsonNumber number) {
                                        erasedPayloads.add(number.asLong());
                                    }
                                }));
            }
            default -> {}
        }
    }

    /// The intents without an outcome, oldest first.
    Collection<LedgerEntry> openIntents() {
        return open.values();
    }

    /// Whether a payload is named by one of the entries, or by the further assertions given to
    /// [#name].
    boolean names(long payload) {
        return namedPayloads.contains(payload);
    }

    void name(JsonObject assertions) {
        NamedPieces.in(assertions)
                .payloads()
                .forEach(reference -> namedPayloads.add(reference.id()));
    }

    /// The pictures that redactions among the entries say are deleted, and that no later one made
    /// once more.
    Set<ContentHash> erasedPictures() {
        return erasedPictures;
    }

    /// The payloads that redactions among the entries say are erased.
    Set<Long> erased() {
        return erasedPayloads;
    }
}
