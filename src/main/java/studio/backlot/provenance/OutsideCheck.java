package studio.backlot.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;

/// Compares the ledger with checkpoints that were kept outside, the only witnesses that its holder
/// could not rewrite.
final class OutsideCheck {
    private final Findings findings;
    private final List<Witness> witnesses = new ArrayList<>();
    private long anchored;

    /// A checkpoint that could be read.
    private record Witness(String where, SignedNote note, Checkpoint checkpoint) {}

    OutsideCheck(Findings findings, List<OutsideCheckpoint> outside) {
        this.findings = findings;
        for (OutsideCheckpoint found : outside) {
            String where = "outside checkpoint " + found.source();
            try {
                SignedNote note = SignedNote.parse(found.note());
                witnesses.add(new Witness(where, note, note.checkpoint()));
            } catch (MalformedNote e) {
                findings.finding(
                        "outside.malformed", where, "it cannot be read: " + e.getMessage());
            }
        }
        witnesses.sort(Comparator.comparingLong(witness -> witness.checkpoint().size()));
    }

    /// The sizes whose roots will be asked for.
    List<Long> sizes() {
        return witnesses.stream().map(witness -> witness.checkpoint().size()).toList();
    }

    void check(RecomputedTree tree, SignedNotes signed) {
        long agreed = 0;
        for (Witness witness : witnesses) {
            Checkpoint checkpoint = witness.checkpoint();
            if (signed.isOtherLog(checkpoint)) {
                findings.finding(
                        "outside.otherLog",
                        witness.where(),
                        "it is a checkpoint of another log, " + checkpoint.origin());
            } else if (!signed.isSigned(witness.note())) {
                findings.finding(
                        "outside.signatureInvalid",
                        witness.where(),
                        "it is not signed by this log's key: the "
                                + "checkpoint was forged, or the ledger was made anew under another key");
            } else {
                agreed = compare(witness, tree, agreed);
            }
        }
        anchored = agreed;
    }

    /// The greatest size at which a witness has agreed so far.
    private long compare(Witness witness, RecomputedTree tree, long agreed) {
        Checkpoint checkpoint = witness.checkpoint();
        long size = checkpoint.size();
        if (size > tree.size()) {
            findings.finding(
                    "outside.rollback",
                    witness.where(),
                    "this log had "
                            + size
                            + " entries when the checkpoint was "
                            + "signed and has "
                            + tree.size()
                            + " now: an older copy was put back, or its tail was cut");
            return agreed;
        }
        Optional<ContentHash> root = tree.rootAt(size);
        if (root.isPresent() && root.get().equals(checkpoint.root())) {
            return size;
        }
        if (size == tree.size()) {
            findings.finding(
                    "outside.fork",
                    witness.where(),
                    "this log has the size of the checkpoint but another root: two "
                            + "copies of the production were continued, or it was made anew; "
                            + HeadCheck.changedBetween(agreed, size));
        } else {
            findings.finding(
                    "outside.changed",
                    witness.where(),
                    HeadCheck.changedBetween(agreed, size)
                            + "; the ledger was made anew, or two copies of the production were continued");
        }
        return agreed;
    }

    /// How many entries from the first on are covered by a checkpoint that agrees.
    long anchored() {
        return anchored;
    }

    /// Notes what no outside checkpoint covers.
    VerificationReport.Anchoring finish(RecomputedTree tree) {
        long unanchored = tree.size() - anchored;
        var oldest = unanchored == 0 ? Optional.<java.time.Instant>empty() : tree.timeOf(anchored);
        if (unanchored > 0) {
            String span =
                    anchored == 0
                            ? "none of the " + unanchored + " entries is"
                            : "entries " + anchored + " to " + (tree.size() - 1) + " are not";
            findings.note(
                    "ledger.unanchored",
                    "ledger.sqlite",
                    span
                            + " covered by a checkpoint kept outside"
                            + oldest.map(time -> ", the oldest of " + time).orElse("")
                            + ": whoever has the log's key could have made "
                            + "them anew; send a checkpoint to someone");
        }
        return new VerificationReport.Anchoring(anchored, unanchored, oldest);
    }
}
