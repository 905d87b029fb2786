package studio.backlot.clearance;

import java.util.List;

/// What came of reading a policy file.
public sealed interface PolicyReading {
    /// It was understood, every word of it.
    record Read(Policy policy) implements PolicyReading {}

    /// It cannot be used: at least one finding. Nothing of it counts, since a rule whose name is
    /// misspelt would otherwise be missing without anybody's knowledge.
    record Unusable(List<PolicyFinding> findings) implements PolicyReading {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }
}
