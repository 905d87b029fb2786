package studio.backlot.job;

/// Where a run stands.
public sealed interface JobState {
    /// It waits for its turn.
    record Queued() implements JobState {}

    /// A rule refused it before it began; `policy` says which and why, for the window alone, as it
    /// may quote a person. It waits until someone tries it again.
    record Blocked(String policy) implements JobState {}

    /// At work: `step` of `of` steps are done; `of` is 0 until they are known.
    record Running(int step, int of) implements JobState {
        public Running {
            if (step < 0 || step > of) {
                throw new IllegalArgumentException(
                        "step " + step + " of " + of + " is no progress");
            }
        }
    }

    /// A person let it rest; it keeps what it has made.
    record Paused() implements JobState {}

    /// The program ended while it was at work; it goes on from its last checkpoint when its turn
    /// comes.
    record Interrupted() implements JobState {}

    /// A state that no other follows; the outcome entry is in the ledger by then, where the run had
    /// an intent.
    sealed interface Ended extends JobState {}

    /// Its result is recorded in the ledger entry of this index.
    record Done(long entry) implements Ended {}

    /// It could not be done; `reason` is for the window and is never written to a disk, as it may
    /// quote a person.
    record Failed(String reason) implements Ended {}

    /// A person stopped it.
    record Cancelled() implements Ended {}

    /// It can never be finished: what it had made was not complete when the program ended, or its
    /// words were erased.
    record Abandoned() implements Ended {}
}
