package studio.backlot.provenance.sqlite;

import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.CompactRange;
import studio.backlot.provenance.Head;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.MalformedNote;
import studio.backlot.provenance.SignedNote;

/// The `head` row as it is stored, before anything in it is believed.
record HeadRow(long size, byte[] root, byte[] frontier, String note) {

    /// The head that the row holds, when frontier, root and note say the same of the same
    /// production; else [LedgerFailed]. Whose signature the note carries is not looked at.
    Head consistent(UUID production) {
        try {
            var range = CompactRange.of(size, frontier);
            var checkpoint =
                    new Checkpoint(
                            Checkpoint.originOf(production), size, ContentHash.ofDigest(root));
            var signed = SignedNote.parse(note);
            if (!range.root().equals(checkpoint.root())) {
                throw damaged("its frontier does not give its root");
            }
            if (!signed.checkpoint().origin().equals(checkpoint.origin())) {
                throw new LedgerFailed(
                        "This ledger belongs to the log "
                                + signed.checkpoint().origin()
                                + ", not to "
                                + checkpoint.origin()
                                + ": its file comes from another production. Nothing is written to it.");
            }
            if (!signed.checkpoint().equals(checkpoint)) {
                throw damaged("its note speaks of another size or root");
            }
            return new Head(checkpoint, signed, range);
        } catch (IllegalArgumentException | MalformedNote e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private static LedgerFailed damaged(String how) {
        return new LedgerFailed(
                "The head of the ledger is damaged: "
                        + how
                        + ". Nothing is written to it; verify the ledger, and put back a copy that you trust.");
    }
}
