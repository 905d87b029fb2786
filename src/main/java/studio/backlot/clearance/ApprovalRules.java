package studio.backlot.clearance;

import java.util.Set;
import studio.backlot.identity.Role;

/// Who may decide about work, and about an exception from a rule.
///
/// `isMakerAllowed`: whether one may approve what one made; it is marked as self-approved then.
public record ApprovalRules(
        Set<Role> roles, boolean isMakerAllowed, boolean isSecondPersonNeededToOverride) {
    public ApprovalRules {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "somebody must be allowed to approve: name at least one role");
        }
    }
}
