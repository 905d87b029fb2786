package studio.backlot.provenance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.backlot.base.ContentHash;

/// Compares the head and the kept checkpoints with the tree computed anew.
final class HeadCheck {
    private static final String HEAD = "head";

    private final Findings findings;
    private final RecomputedTree tree;
    private final SignedNotes signed;

    HeadCheck(Findings findings, RecomputedTree tree, SignedNotes signed) {
        this.findings = findings;
        this.tree = tree;
        this.signed = signed;
    }

    void checkHeads(List<RawHead> heads) {
        if (heads.isEmpty()) {
            findings.finding("head.missing", HEAD, "the ledger has no head");
        }
        if (heads.size() > 1) {
            findings.finding("head.several", HEAD, "the ledger has " + heads.size() + " heads");
        }
        heads.forEach(this::checkHead);
    }

    private void checkHead(RawHead head) {
        if (head.size() != tree.size()) {
            findings.finding(
                    "head.sizeMismatch",
                    HEAD,
                    "it counts " + head.size() + " entries, there are " + tree.size());
        }
        if (!Arrays.equals(head.root(), tree.root().bytes())) {
            findings.finding(
                    "head.rootMismatch",
                    HEAD,
                    "its root is not that of the stored entries, which is "
                            + tree.root()
                            + ": an entry was changed, added or removed, or the head was");
        }
        if (!Arrays.equals(head.frontier(), tree.frontier())) {
            findings.finding(
                    "head.frontierMismatch",
                    HEAD,
                    "its frontier is not that of the stored entries");
        }
        signed.check(HEAD, HEAD, head.note())
                .ifPresent(checkpoint -> {
                    if (checkpoint.size() != head.size()
                            || !Arrays.equals(checkpoint.root().bytes(), head.root())) {
                        findings.finding(
                                "head.noteMismatch",
                                HEAD,
                                "its signed note states size "
                                        + checkpoint.size()
                                        + " and root "
                                        + checkpoint.root()
                                        + ", the row something else");
                    }
                });
    }

    void checkKept(List<RawCheckpoint> kept) {
        SortedMap<Long, ContentHash> stated = new TreeMap<>();
        for (RawCheckpoint row : kept) {
            checkRow(row).ifPresent(root -> stated.put(row.size(), root));
        }
        findFirstChange(stated);
    }

    /// The root that the row's note states, else that of the row itself.
    private Optional<ContentHash> checkRow(RawCheckpoint row) {
        String where = "checkpoint " + row.size();
        Optional<Checkpoint> note = signed.check("checkpoint", where, row.note());
        note.ifPresent(checkpoint -> {
            if (checkpoint.size() != row.size()
                    || !Arrays.equals(checkpoint.root().bytes(), row.root())) {
                findings.finding(
                        "checkpoint.noteMismatch",
                        where,
                        "its signed note states size "
                                + checkpoint.size()
                                + " and root "
                                + checkpoint.root()
                                + ", the row something else");
            }
        });
        if (row.size() > tree.size()) {
            findings.finding(
                    "checkpoint.beyondEnd",
                    where,
                    "the ledger has only "
                            + tree.size()
                            + " entries: its tail was cut, "
                            + "or the checkpoint was added");
        }
        return note.filter(checkpoint -> checkpoint.size() == row.size()).map(Checkpoint::root);
    }

    /// One finding for all roots that differ: the change lies between the last that agrees and the
    /// first that does not.
    private void findFirstChange(SortedMap<Long, ContentHash> stated) {
        long agreed = 0;
        for (var checkpoint : stated.entrySet()) {
            long size = checkpoint.getKey();
            Optional<ContentHash> computed = tree.rootAt(size);
            if (computed.isPresent() && !computed.get().equals(checkpoint.getValue())) {
                long others =
                        stated.tailMap(size + 1).entrySet().stream()
                                .filter(later ->
                                        tree.rootAt(later.getKey())
                                                .filter(r -> !r.equals(later.getValue()))
                                                .isPresent())
                                .count();
                findings.finding(
                        "checkpoint.rootMismatch",
                        "checkpoint " + size,
                        changedBetween(agreed, size)
                                + (others == 0
                                        ? ""
                                        : "; " + others + " later checkpoints differ as well"));
                return;
            }
            agreed = computed.isPresent() ? size : agreed;
        }
    }

    /// Words for where a change lies when the tree agrees at one size and not at the next.
    static String changedBetween(long agreed, long size) {
        return "the entries were changed before size "
                + size
                + ": one of entries "
                + agreed
                + " to "
                + (size - 1)
                + " was changed, added or removed after this checkpoint was signed";
    }
}
