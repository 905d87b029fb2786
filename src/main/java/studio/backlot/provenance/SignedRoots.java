package studio.backlot.provenance;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.backlot.base.ContentHash;

/// Checks notes that state the log's size and root: form, origin, signature; and keeps what was
/// validly signed.
final class SignedRoots {
    private final Findings findings;
    private final Optional<String> origin;
    private final Optional<NoteKey> key;
    private final Map<Long, ContentHash> roots = new TreeMap<>();

    /// The origin and the key that every note must have, so far as they are known.
    SignedRoots(Findings findings, Optional<String> origin, Optional<NoteKey> key) {
        this.findings = findings;
        this.origin = origin;
        this.key = key;
    }

    /// Reads a note kept in the ledger itself; its findings have codes that begin with `kind`.
    Optional<Checkpoint> check(String kind, String where, String text) {
        SignedNote note;
        Checkpoint checkpoint;
        try {
            note = SignedNote.parse(text);
            checkpoint = note.checkpoint();
        } catch (MalformedNote e) {
            findings.finding(
                    kind + ".noteMalformed",
                    where,
                    "its signed note cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        if (isOtherLog(checkpoint)) {
            findings.finding(
                    kind + ".originMismatch",
                    where,
                    "its note is of the log "
                            + checkpoint.origin()
                            + ", not of "
                            + origin.orElse(""));
        }
        if (isSigned(note)) {
            roots.putIfAbsent(checkpoint.size(), checkpoint.root());
        } else {
            findings.finding(
                    kind + ".signatureInvalid",
                    where,
                    "its note is not signed by the log's key: it was forged or " + "changed");
        }
        return Optional.of(checkpoint);
    }

    boolean isOtherLog(Checkpoint checkpoint) {
        return origin.isPresent() && !checkpoint.origin().equals(origin.get());
    }

    boolean isSigned(SignedNote note) {
        return key.isPresent() && note.isSignedBy(key.get());
    }

    void keep(Checkpoint checkpoint) {
        roots.put(checkpoint.size(), checkpoint.root());
    }

    /// The roots under a valid signature, by size; where two differ, the one kept outside.
    Map<Long, ContentHash> roots() {
        return roots;
    }
}
