package studio.backlot.clearance;

import java.util.Set;

/// For which uses a use case must be declared before work begins, and which areas always go to a
/// producer.
public record UseCaseRules(Set<UseLabel> requiredFor, Set<Area> escalated) {
    public UseCaseRules {
        requiredFor = Set.copyOf(requiredFor);
        escalated = Set.copyOf(escalated);
    }
}
