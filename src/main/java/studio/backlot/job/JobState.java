package studio.backlot.job;

/// Where a run stands.
public sealed interface JobState {
    /// At work: `step` of `of` steps are done.
    record Running(int step, int of) implements JobState {
        public Running {
            if (step < 0 || step > of) {
                throw new IllegalArgumentException(
                        "step " + step + " of " + of + " is no progress");
            }
        }
    }

    /// A state that no other follows; the outcome entry is in the ledger by then.
    sealed interface Ended extends JobState {}

    /// Its result is recorded in the ledger entry of this index.
    record Done(long entry) implements Ended {}

    /// It could not be done; `reason` is for the window and is never written to a disk, as it may
    /// quote a person.
    record Failed(String reason) implements Ended {}

    /// A person stopped it.
    record Cancelled() implements Ended {}

    /// The program ended before it did, and what it had made was not complete.
    record Abandoned() implements Ended {}
}
