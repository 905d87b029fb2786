package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Consent;
import studio.backlot.clearance.ConsentRecord;
import studio.backlot.clearance.ConsentTerms;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// Records that a person consented, and that they withdrew it, by the guarded key of whoever
/// records it.
public final class RecordConsent {
    private final OpenProduction production;

    public RecordConsent(OpenProduction production) {
        this.production = production;
    }

    /// A withdrawal: its entry, and what had been made with the consent or with the name.
    public record Withdrawn(LedgerEntry entry, TouchedWork touched) {}

    /// Records a consent, or with `isGiven` false a person whose name stops prompts.
    public Consent add(
            ConsentRecord record, ConsentTerms terms, Signatory guarded, Supplier<UUID> ids) {
        new FollowPolicy(production).inForce(guarded);
        UUID id = ids.get();
        PayloadReference text = keep(PayloadDraft.of(PayloadKind.PERSON, record.text()));
        append(EventType.CONSENT, guarded, Consent.label(id, terms, text));
        return require(id);
    }

    /// Ends a consent. Throws [EntryUnknown] for one that is not there.
    public Withdrawn withdraw(UUID id, String reason, Signatory guarded) {
        Consent consent = require(id);
        if (consent.withdrawn().isPresent()) {
            throw new EntryUnknown(
                    "consent "
                            + id
                            + " is withdrawn already, by record "
                            + consent.withdrawn().get().index());
        }
        new FollowPolicy(production).inForce(guarded);
        TouchedWork touched = touched(id);
        var label =
                new JsonBuilder()
                        .put("id", id.toString())
                        .put("reason", keep(PayloadDraft.of(PayloadKind.NOTE, reason)).toJson())
                        .put("runs", touched.intents().stream().map(JsonNumber::of).toList())
                        .build();
        return new Withdrawn(append(EventType.WITHDRAWAL, guarded, label), touched);
    }

    /// What was made under a consent, or with the name of its subject.
    public TouchedWork touched(UUID id) {
        OpenedConsent opened =
                OpenedConsent.all(production).stream()
                        .filter(one -> one.consent().id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> unknown(id));
        return new TracePerson(production, Set.of(id), opened.names()).held().touched();
    }

    private Consent require(UUID id) {
        return production.register().consents().find(id).orElseThrow(() -> unknown(id));
    }

    static EntryUnknown unknown(UUID id) {
        return new EntryUnknown(
                "there is no consent "
                        + id
                        + " in this production; `backlot consent list` shows those that are");
    }

    private PayloadReference keep(PayloadDraft draft) {
        return production.payloads().putAll(List.of(draft)).getFirst();
    }

    private LedgerEntry append(EventType event, Signatory by, JsonObject label) {
        return production
                .ledger()
                .append(
                        new EntryDraft(
                                event,
                                by,
                                Optional.empty(),
                                new JsonBuilder().put(Consent.LABEL, label).build()));
    }
}
