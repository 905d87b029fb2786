package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;

/// The references that a production keeps, newest first, as far as the ledger goes when asked;
/// those that were laid away on this machine are left out. Not for several threads at once.
public final class References {
    private final OpenProduction production;
    private final TakeMarks marks;
    private final List<Reference> all = new ArrayList<>();
    private long next;

    public References(OpenProduction production) {
        this.production = production;
        this.marks = new TakeMarks(production.settings());
    }

    /// A picture from elsewhere, kept for a slot or for none; `name` is that of the file it came
    /// from, empty where that was erased.
    public record Reference(
            ContentHash asset, long record, String by, Optional<UUID> slot, String name) {}

    /// Those of a slot, or of the work that lies outside all slots.
    public List<Reference> of(Optional<UUID> slot) {
        next = EachEntry.inRegister(production.ledger(), next, this::take);
        return all.reversed().stream()
                .filter(one -> one.slot().equals(slot))
                .filter(one -> !marks.of(one.asset()).isHidden())
                .toList();
    }

    /// Lays a reference away on this machine, or brings it back; its record and its file stay.
    public void lay(Reference reference, boolean isAway) {
        marks.set(reference.asset(), new AssetCard.Marks(false, isAway));
    }

    private void take(LedgerEntry entry) {
        Optional<JsonObject> reference = entry.assertions().object(KeepReference.REFERENCE);
        if (entry.event() == EventType.IMPORT && reference.isPresent()) {
            reference
                    .flatMap(one -> one.text("asset"))
                    .filter(ContentHash::isHex)
                    .map(ContentHash::new)
                    .ifPresent(asset ->
                            all.add(
                                    new Reference(
                                            asset,
                                            entry.index(),
                                            entry.person().name(),
                                            reference.get().text("slot").map(UUID::fromString),
                                            name(reference.get()))));
        }
    }

    private String name(JsonObject reference) {
        try {
            return reference
                    .object("name")
                    .map(PayloadReference::parse)
                    .map(production.payloads()::open)
                    .map(found -> found instanceof PayloadContent.Open open ? open.text() : "")
                    .orElse("");
        } catch (MalformedEntry ofTheVerifier) {
            return "";
        }
    }
}
