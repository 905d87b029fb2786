package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.provenance.ValidationStatus;

/// What opening a production for writing found and did: its runs since the last opening that were
/// not simply whole, rows removed because their run never began, texts erased because no entry
/// names them or because a redaction had promised it, and what a person should know.
public record RecoveryReport(
        List<Recovered> runs,
        List<UUID> removedRows,
        List<Long> erasedPayloads,
        List<ValidationStatus> findings) {
    public RecoveryReport {
        runs = List.copyOf(runs);
        removedRows = List.copyOf(removedRows);
        erasedPayloads = List.copyOf(erasedPayloads);
        findings = List.copyOf(findings);
    }

    /// Whether there was nothing to do and nothing to tell.
    public boolean isQuiet() {
        return runs.isEmpty()
                && removedRows.isEmpty()
                && erasedPayloads.isEmpty()
                && findings.isEmpty();
    }

    /// What was done about the run of one intent; `outcome` is the entry that was appended, if one
    /// was.
    public record Recovered(long intent, RecoveryAction action, Optional<Long> outcome) {}
}
