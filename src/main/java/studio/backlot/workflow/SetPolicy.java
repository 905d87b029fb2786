package studio.backlot.workflow;

import studio.backlot.clearance.Approver;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.PolicyHistory;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.PolicyWriter;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.FollowPolicy.InForce;

/// Puts another policy in force: a producer's act.
public final class SetPolicy {
    /// The rule that says who may.
    public static final String RULE = "policy-change";

    private final OpenProduction production;

    public SetPolicy(OpenProduction production) {
        this.production = production;
    }

    /// The rules of a preset, as the version after the last.
    public InForce toPreset(PolicyPreset preset, Signatory by) {
        requireProducer(by);
        long version =
                production
                        .register()
                        .policies()
                        .latest()
                        .map(PolicyHistory.Adopted::version)
                        .orElse(0L);
        return new FollowPolicy(production)
                .set(PolicyWriter.bytes(preset.policy().withVersion(version + 1)), by);
    }

    /// The rules of a file. Throws [ActRefused] when it cannot be used; what was in force stays.
    public InForce toFile(byte[] file, Signatory by) {
        requireProducer(by);
        return new FollowPolicy(production).set(file, by);
    }

    private void requireProducer(Signatory by) {
        boolean isProducer =
                Approver.of(production.register().persons(), by.maker())
                        .filter(Approver::isVouched)
                        .filter(approver -> approver.roles().contains(Role.PRODUCER))
                        .isPresent();
        if (!isProducer) {
            throw new ActRefused(
                    new Decision.Refused(
                            RULE,
                            by.maker().name()
                                    + " is no producer here whom somebody has vouched for; ask one to change the policy, or to enrol you with `backlot person enrol`"));
        }
    }
}
