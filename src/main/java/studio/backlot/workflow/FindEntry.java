package studio.backlot.workflow;

import java.util.Optional;
import java.util.regex.Pattern;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.search.LedgerIndex;

/// Finds the entry that a person means by a record's number or by the beginning of an asset's hash.
public final class FindEntry {
    private static final int PAGE = 1_000;
    private static final int MOST_RECORDS = 1_000;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}|[0-9]{9,15}");

    private final OpenProduction production;

    public FindEntry(OpenProduction production) {
        this.production = production;
    }

    /// The entry of that number, or the outcome that made the asset; throws [EntryUnknown] with
    /// what to write.
    public LedgerEntry of(String numberOrAsset) {
        if (NUMBER.matcher(numberOrAsset).matches()) {
            return at(Long.parseLong(numberOrAsset));
        }
        if (!HASH.matcher(numberOrAsset).matches()) {
            throw new EntryUnknown(
                    "\""
                            + numberOrAsset
                            + "\" is neither a record's number nor an asset's hash (8 to 64 lower-case hexadecimal digits)");
        }
        return ofPrefix(numberOrAsset)
                .orElseThrow(() ->
                        new EntryUnknown(
                                "no record of this production made an asset " + numberOrAsset));
    }

    /// The outcome that made an asset, if one did here.
    Optional<LedgerEntry> ofAsset(ContentHash asset) {
        return ofPrefix(asset.hex());
    }

    private Optional<LedgerEntry> ofPrefix(String prefix) {
        return production
                .index()
                .map(index -> indexed(index.upToDate(), prefix))
                .orElseGet(() -> scanned(prefix));
    }

    private Optional<LedgerEntry> indexed(LedgerIndex index, String prefix) {
        return index.ofAsset(prefix, MOST_RECORDS).stream()
                .map(summary -> at(summary.index()))
                .filter(entry -> isOf(entry, prefix))
                .reduce((earlier, later) -> later);
    }

    /// Without an index of its own a reader walks the ledger.
    private Optional<LedgerEntry> scanned(String prefix) {
        LedgerEntry[] found = new LedgerEntry[1];
        EachEntry.of(
                production.ledger(),
                PAGE,
                entry -> {
                    if (isOf(entry, prefix)) {
                        found[0] = entry;
                    }
                });
        return Optional.ofNullable(found[0]);
    }

    /// The entry at an index.
    public LedgerEntry at(long index) {
        return production
                .ledger()
                .entry(index)
                .orElseThrow(() ->
                        new EntryUnknown(
                                "there is no record "
                                        + index
                                        + ": the ledger has "
                                        + production.ledger().head().checkpoint().size()
                                        + ", counted from 0"));
    }

    private static boolean isOf(LedgerEntry entry, String prefix) {
        return entry.assertions()
                .object("output")
                .flatMap(output -> output.text("asset"))
                .filter(hash -> hash.startsWith(prefix))
                .isPresent();
    }
}
