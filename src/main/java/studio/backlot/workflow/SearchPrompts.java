package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.handover.PackageRefused;
import studio.backlot.identity.Person;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.search.AssetQuery.Hidden;
import studio.backlot.search.AssetRow;
import studio.backlot.search.FoldedWords;

/// Finds assets by the words of their prompts, as far as the person who looks may read them: their
/// own, and those of work that was handed in and came with its words.
///
/// Looks through what the lists hold since their last refresh. Prompts are opened when asked for
/// and kept folded in memory alone, never in a file. An erased one is not found from the moment its
/// erasure is recorded. Not for several threads.
public final class SearchPrompts {
    /// The newest assets that are looked through.
    public static final int MOST_ASSETS = 20_000;

    private static final int PAGE = 500;

    private final OpenProduction production;
    private final BrowseAssets browse;
    private final Map<Long, String> folded = new HashMap<>();
    private final Map<Long, Optional<PayloadReference>> references = new HashMap<>();
    private final Set<Long> erased = new HashSet<>();
    private final Map<Place, LedgerEntry> foreignIntents = new HashMap<>();
    private final ImportedRecords records;
    private Optional<KnownTexts> texts = Optional.empty();
    private long next;

    /// An entry of another ledger, by its index there.
    private record Place(UUID production, long index) {}

    public SearchPrompts(OpenProduction production, Person viewer) {
        this(production, new BrowseAssets(production, viewer));
    }

    /// `browse` says what the person who looks may see.
    public SearchPrompts(OpenProduction production, BrowseAssets browse) {
        this.production = production;
        this.browse = browse;
        this.records = new ImportedRecords(production.assets());
    }

    /// The newest assets, hidden ones too, in whose prompts each of the typed words occurs,
    /// whatever its case and accents; at most `limit`. None for an empty text.
    public List<AssetCard> find(String typed, int limit) {
        List<String> words = FoldedWords.of(typed);
        List<AssetCard> found = new ArrayList<>();
        if (words.isEmpty()) {
            return found;
        }
        followLedger();
        AssetFilter all = AssetFilter.ALL.hidden(Hidden.INCLUDED);
        Optional<AssetRow.Key> after = Optional.empty();
        for (int read = 0; read < MOST_ASSETS && found.size() < limit; read += PAGE) {
            BrowseAssets.Page page = browse.page(all, after, PAGE);
            page.cards().stream()
                    .filter(card -> occurIn(card, words))
                    .limit(limit - found.size())
                    .forEach(found::add);
            after = page.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return found;
    }

    /// The prompt of an asset that was found, as it was typed; none where it was erased since.
    public Optional<String> words(AssetCard card) {
        return content(card).flatMap(SearchPrompts::opened);
    }

    private static Optional<String> opened(PayloadContent content) {
        return content instanceof PayloadContent.Open open
                ? Optional.of(open.text())
                : Optional.empty();
    }

    private void followLedger() {
        long from = next;
        next =
                EachEntry.inRegister(
                        production.ledger(),
                        from,
                        entry -> {
                            erased.addAll(ErasePayloads.erasedBy(entry));
                            if (entry.event() == EventType.IMPORT) {
                                takeImport(entry);
                            }
                        });
        folded.keySet().removeAll(erased);
        if (next > from || texts.isEmpty()) {
            texts = Optional.of(new KnownTexts(production));
        }
    }

    private void takeImport(LedgerEntry entry) {
        try {
            for (KnownEntry known : records.of(entry)) {
                if (known.entry().event() == EventType.INTENT) {
                    foreignIntents.put(
                            new Place(known.entry().production(), known.entry().index()),
                            known.entry());
                }
            }
        } catch (AssetMissing
                | AssetDamaged
                | AssetStoreFailed
                | PackageRefused
                | MalformedEntry ofTheRegister) {
            // the register lists the import among its findings
            return;
        }
    }

    private boolean occurIn(AssetCard card, List<String> words) {
        return prompt(card).filter(text -> words.stream().allMatch(text::contains)).isPresent();
    }

    private Optional<String> prompt(AssetCard card) {
        return isOurs(card)
                ? card.made().origin().intent().flatMap(this::ownReference).flatMap(this::own)
                : foreign(card).flatMap(SearchPrompts::folded);
    }

    private Optional<PayloadContent> content(AssetCard card) {
        return isOurs(card)
                ? card.made()
                        .origin()
                        .intent()
                        .flatMap(this::ownReference)
                        .map(production.payloads()::open)
                : foreign(card);
    }

    private boolean isOurs(AssetCard card) {
        return card.made().origin().production().equals(production.ledger().production());
    }

    private Optional<PayloadContent> foreign(AssetCard card) {
        UUID home = card.made().origin().production();
        return card.made()
                .origin()
                .intent()
                .map(index -> new Place(home, index))
                .flatMap(place -> Optional.ofNullable(foreignIntents.get(place)))
                .flatMap(SearchPrompts::reference)
                .flatMap(one -> texts.map(known -> known.open(one)));
    }

    /// Entries never change, so each is read once.
    private Optional<PayloadReference> ownReference(long intent) {
        return references.computeIfAbsent(
                intent,
                index -> production.ledger().entry(index).flatMap(SearchPrompts::reference));
    }

    private static Optional<PayloadReference> reference(LedgerEntry intent) {
        try {
            return intent.assertions()
                    .object("request")
                    .flatMap(request -> request.object("prompt"))
                    .map((JsonObject prompt) -> PayloadReference.parse(prompt));
        } catch (MalformedEntry ofTheVerifier) {
            return Optional.empty();
        }
    }

    private Optional<String> own(PayloadReference reference) {
        if (erased.contains(reference.id())) {
            return Optional.empty();
        }
        Optional<String> known = Optional.ofNullable(folded.get(reference.id()));
        return known.or(() -> {
            Optional<String> opened = folded(production.payloads().open(reference));
            opened.ifPresent(text -> folded.put(reference.id(), text));
            return opened;
        });
    }

    private static Optional<String> folded(PayloadContent content) {
        return opened(content).map(FoldedWords::fold);
    }
}
