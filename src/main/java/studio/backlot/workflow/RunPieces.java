package studio.backlot.workflow;

/// Which of the four pieces of a run whose intent is recorded are there after a crash.
///
/// `hasAssets`: every file that its outcome, or else the prepared result in its row, names is there
/// with its bytes unchanged; without either it has none. `hasPayloads`: every text that its entries
/// and prepared result name.
public record RunPieces(
        boolean hasOutcome, boolean hasAssets, boolean hasOpenRow, boolean hasPayloads) {

    /// The one thing to do: the recovery table of `docs/recovery.md`, all sixteen cells.
    public RecoveryAction action() {
        if (hasOutcome) {
            boolean isWhole = hasAssets && hasPayloads;
            if (hasOpenRow) {
                return isWhole ? RecoveryAction.CLOSE_ROW : RecoveryAction.CLOSE_ROW_AND_REPORT;
            }
            return isWhole ? RecoveryAction.LEAVE : RecoveryAction.REPORT;
        }
        if (hasOpenRow) {
            return hasAssets && hasPayloads
                    ? RecoveryAction.COMPLETE
                    : RecoveryAction.ABANDON_AND_CLOSE_ROW;
        }
        return RecoveryAction.ABANDON;
    }
}
