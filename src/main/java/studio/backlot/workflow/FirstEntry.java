package studio.backlot.workflow;

import java.util.Optional;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.production.ProductionDescription;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.NoteKey;

/// Writes entry 0 of a new ledger: what the production is, and the key that signs its heads.
public final class FirstEntry {
    private FirstEntry() {}

    /// Appends it to an empty ledger and returns it.
    public static LedgerEntry append(Ledger ledger, NewProduction details, NoteKey logKey) {
        JsonObject assertions =
                new JsonBuilder()
                        .put(
                                "production",
                                new JsonBuilder()
                                        .put("name", details.name())
                                        .put("preset", details.preset().wireName())
                                        .put("format", ProductionDescription.FORMAT)
                                        .build())
                        .put("logKey", new JsonBuilder().put("key", logKey.text()).build())
                        .build();
        return ledger.append(
                new EntryDraft(
                        EventType.PRODUCTION, details.person(), Optional.empty(), assertions));
    }
}
