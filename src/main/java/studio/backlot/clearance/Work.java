package studio.backlot.clearance;

import java.util.Set;
import java.util.UUID;

/// What is decided about, by who made it.
///
/// `makers` are enrolled persons, found by the keys that signed; `typedNames` are the names in
/// entries that no key signed, which can only be compared as typed.
public record Work(Set<UUID> makers, Set<String> typedNames) {
    public Work {
        makers = Set.copyOf(makers);
        typedNames = Set.copyOf(typedNames);
    }

    /// Whether this person made it, or part of it.
    public boolean isBy(Approver approver) {
        return makers.contains(approver.person())
                || typedNames.stream()
                        .anyMatch(name -> name.strip().equalsIgnoreCase(approver.name().strip()));
    }
}
