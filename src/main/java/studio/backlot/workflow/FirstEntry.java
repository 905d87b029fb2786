package studio.backlot.workflow;

import java.util.Optional;
import studio.backlot.asset.AssetStore;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.PolicyHistory;
import studio.backlot.clearance.PolicyWriter;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.production.ProductionDescription;
import studio.backlot.production.ProductionLayout;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.Signatory;

/// Writes entry 0 of a new ledger: what the production is, the key that signs its heads, the policy
/// it works by, and the person who begins it, who thereby enrols themself.
public final class FirstEntry {
    private FirstEntry() {}

    /// Writes the preset's policy as a file, keeps a copy of it, appends the entry to an empty
    /// ledger and returns it.
    public static LedgerEntry append(
            Ledger ledger,
            AssetStore assets,
            ProductionLayout layout,
            NewProduction details,
            NoteKey logKey) {
        OwnPerson person = details.person();
        Policy policy = details.preset().policy();
        byte[] file = PolicyWriter.bytes(policy);
        KeepFile.write(layout.policy(), file);
        var assertions =
                new JsonBuilder()
                        .put(
                                "production",
                                new JsonBuilder()
                                        .put("name", details.name())
                                        .put("preset", details.preset().wireName())
                                        .put("format", ProductionDescription.FORMAT)
                                        .build())
                        .put("logKey", new JsonBuilder().put("key", logKey.text()).build())
                        .put(
                                PolicyHistory.LABEL,
                                PolicyHistory.label(policy, assets.put(file), false));
        new Enrolment(Enrolment.Act.ENROL, person.person(), Enrolment.Vouched.SELF)
                .toJson()
                .members()
                .forEach(assertions::put);
        return ledger.append(
                new EntryDraft(
                        EventType.PRODUCTION,
                        Signatory.of(person.person().name(), Role.PRODUCER, person.everyday()),
                        Optional.empty(),
                        assertions.build()));
    }
}
