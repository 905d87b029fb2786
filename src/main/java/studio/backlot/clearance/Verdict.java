package studio.backlot.clearance;

import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.PayloadReference;

/// What a person decided about one file, one version, one use, with the guarded key.
///
/// `isSelfApproved`: whether the person who decided had made it.
public record Verdict(
        Subject subject,
        ReviewState decision,
        Optional<PayloadReference> reason,
        Optional<UUID> submission,
        boolean isSelfApproved,
        Recorded recorded) {

    /// What is decided about: the file by its hash, the version of its slot, the use.
    public record Subject(ContentHash file, long version, UseLabel use) {}
}
