package studio.backlot.clearance;

import java.util.Optional;

/// Where one file, version and use stands, and the verdict that put it there.
///
/// `isChangedSinceApproved`: an earlier version of the same slot was approved for this use, and
/// this one is not, or not yet.
public record Clearance(
        ReviewState state, Optional<Verdict> verdict, boolean isChangedSinceApproved) {

    /// The state in words.
    public String words() {
        String self = verdict.filter(Verdict::isSelfApproved).isPresent() ? ", self-approved" : "";
        return state.words() + self + (isChangedSinceApproved ? ", changed since approved" : "");
    }
}
