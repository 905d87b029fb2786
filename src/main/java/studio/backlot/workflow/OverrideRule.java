package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.Approver;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.Overrides;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.Work;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// Lets one rule's stop pass for one subject, by a second person's guarded key and with a reason.
public final class OverrideRule {
    private final OpenProduction production;

    public OverrideRule(OpenProduction production) {
        this.production = production;
    }

    /// Records the override. `subject` is a consent's id, a title, or an asset's hash. Throws
    /// [ActRefused] when the person may not let stops pass. That they are another than who does the
    /// work shows when the work is done.
    public LedgerEntry run(String rule, String subject, String reason, Signatory guarded) {
        if (rule.isBlank() || subject.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "an override names the rule, what it is let pass for, and the reason");
        }
        Policy policy = new FollowPolicy(production).inForce(guarded).policy();
        Decision decision =
                Approver.of(production.register().persons(), guarded.maker())
                        .map(second -> policy.mayOverride(second, new Work(Set.of(), Set.of())))
                        .orElseGet(() ->
                                new Decision.Refused(
                                        Policy.OVERRIDE,
                                        guarded.maker().name()
                                                + " is not enrolled here: a producer does so with `backlot person enrol`"));
        if (decision instanceof Decision.Refused refused) {
            throw new ActRefused(refused);
        }
        PayloadReference why =
                production
                        .payloads()
                        .putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, reason)))
                        .getFirst();
        var assertions =
                new JsonBuilder()
                        .put(
                                Overrides.LABEL,
                                Overrides.label(rule, Overrides.subject(subject), why))
                        .build();
        return production
                .ledger()
                .append(new EntryDraft(EventType.OVERRIDE, guarded, Optional.empty(), assertions));
    }
}
