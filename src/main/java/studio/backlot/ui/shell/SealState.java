package studio.backlot.ui.shell;

import java.time.Instant;

/// What the seal shows of the ledger.
public sealed interface SealState {
    /// No production is open.
    record None() implements SealState {}

    /// It has so many records, and nothing outside vouches for them yet.
    record Recorded(long records) implements SealState {}

    /// A checkpoint of it lies outside since then.
    record Anchored(long records, Instant when) implements SealState {}

    /// A verification found so many things wrong.
    record Damaged(int findings) implements SealState {}
}
