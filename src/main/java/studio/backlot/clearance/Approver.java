package studio.backlot.clearance;

import java.util.Set;
import java.util.UUID;
import studio.backlot.identity.Role;

/// Who wants to decide: an enrolled person as the ledger knows them.
///
/// `isVouched`: whether a producer's key enrolled them, or they began the production.
public record Approver(UUID person, String name, Set<Role> roles, boolean isVouched) {
    public Approver {
        roles = Set.copyOf(roles);
    }
}
