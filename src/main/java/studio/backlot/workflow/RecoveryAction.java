package studio.backlot.workflow;

/// What opening a production for writing does about one run that a crash may have cut short.
public enum RecoveryAction {
    /// Everything is there and closed.
    LEAVE,
    /// Everything is recorded; only the row was left open.
    CLOSE_ROW,
    /// The outcome names a file or text that is not there: told, and found again by every check.
    /// Nothing is changed.
    REPORT,
    /// As REPORT; the row is closed, since the outcome is recorded.
    CLOSE_ROW_AND_REPORT,
    /// File and texts are there and the row says what the outcome would have been: it is appended
    /// with `"recovered": true`, and the row closed.
    COMPLETE,
    /// An outcome `abandoned` is appended, saying what was missing. Files and texts stay.
    ABANDON,
    /// As ABANDON, and the row is closed.
    ABANDON_AND_CLOSE_ROW,
    /// Its job is in the queue and its words are there: nothing is changed, the queue takes it to
    /// its one outcome.
    LEAVE_TO_QUEUE;

    /// What a person is told was done.
    public String words() {
        return switch (this) {
            case LEAVE -> "nothing had to be done";
            case CLOSE_ROW -> "it was recorded already, and is closed now";
            case REPORT, CLOSE_ROW_AND_REPORT ->
                    "its record names something that is missing; see `backlot production check`";
            case COMPLETE -> "all of it was there, so its plate is recorded now";
            case ABANDON, ABANDON_AND_CLOSE_ROW -> "it is recorded as abandoned";
            case LEAVE_TO_QUEUE -> "it waits in the queue, and goes on where the queue runs";
        };
    }
}
