package studio.backlot.clearance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadReference;

/// A consent as the ledger has it; who it is of is in the text that `record` names.
///
/// `index` is its entry. `withdrawn` is the entry that ended it.
public record Consent(
        UUID id,
        ConsentTerms terms,
        PayloadReference record,
        long index,
        Optional<Withdrawal> withdrawn) {
    /// The label of `consent` and `withdrawal` entries.
    public static final String LABEL = "consent";

    /// When a consent ended, and why, in a text.
    public record Withdrawal(long index, Instant at, Optional<PayloadReference> reason) {}

    /// The label of the entry that records a consent.
    public static JsonObject label(UUID id, ConsentTerms terms, PayloadReference record) {
        var label = new JsonBuilder().put("id", id.toString());
        terms.write(label);
        return label.put("record", record.toJson()).build();
    }

    /// Reads the consent of an entry; throws [MalformedEntry] saying what is wrong.
    static Consent of(LedgerEntry entry) {
        JsonObject label =
                entry.assertions()
                        .object(LABEL)
                        .orElseThrow(() -> new MalformedEntry("it says nothing of a consent"));
        return new Consent(
                id(label),
                ConsentTerms.parse(label),
                PayloadReference.parse(label.object("record").orElse(JsonObject.EMPTY)),
                entry.index(),
                Optional.empty());
    }

    /// The id that a label names; throws [MalformedEntry].
    static UUID id(JsonObject label) {
        try {
            return UUID.fromString(label.text("id").orElse(""));
        } catch (IllegalArgumentException | MalformedJson e) {
            throw new MalformedEntry("it names no consent by its id");
        }
    }

    Consent withdrawn(Withdrawal withdrawal) {
        return new Consent(id, terms, record, index, Optional.of(withdrawal));
    }
}
