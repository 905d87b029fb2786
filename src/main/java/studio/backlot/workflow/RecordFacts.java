package studio.backlot.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseCase;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;

/// What the record says of one asset, in the order in which its slip shows it; no words of ours.
public record RecordFacts(
        What what,
        Who who,
        MadeWith madeWith,
        From from,
        AllowedBy allowedBy,
        List<Used> usedFor,
        Sealed sealed,
        String exact) {
    public RecordFacts {
        usedFor = List.copyOf(usedFor);
    }

    /// The picture itself; `place` is the path of its slot, empty without one, `version` is there
    /// once it was handed in.
    public record What(
            ContentHash asset, long width, long height, Optional<Long> version, String place) {}

    /// Who asked for it; `isEnrolled`: whether the key that signed is that of an enrolled person.
    public record Who(String name, Role role, boolean isSigned, boolean isEnrolled, Instant time) {}

    /// The packs that were loaded, and what they were told. `prompt` is there where this machine
    /// can read it; `faces` where the picture was looked through.
    public record MadeWith(
            List<Pack> packs,
            Optional<Long> steps,
            Optional<String> seed,
            Optional<String> scheduler,
            Optional<String> prompt,
            Optional<Long> faces) {
        public MadeWith {
            packs = List.copyOf(packs);
        }
    }

    /// A pack by the name and the licence that its card gives.
    public record Pack(String name, String licence) {}

    /// What went in: pictures and texts of others, and whether it was made by a service outside.
    public record From(long inputs, boolean isRemote) {}

    /// What allowed the run: its use case with what a producer says to it, and how many consents
    /// and overrides it leans on.
    public record AllowedBy(
            Optional<String> useCase,
            Optional<UseCase.Standing> standing,
            long consents,
            long overrides) {}

    /// A use that it was handed in for, and where it stands for that; `by` and `when` are those of
    /// the verdict.
    public record Used(
            UseLabel use, ReviewState state, Optional<String> by, Optional<Instant> when) {}

    /// The line of the ledger that holds it: `index` of `size`, in the ledger of `production`.
    public record Sealed(
            UUID production,
            boolean isForeign,
            long index,
            long size,
            ContentHash leaf,
            Optional<Instant> anchored) {}
}
