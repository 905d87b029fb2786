package studio.backlot.provenance;

import java.util.Optional;

/// Checks notes that state the log's size and root: form, origin, signature.
final class SignedNotes {
    private final Findings findings;
    private final Optional<String> origin;
    private final Optional<NoteKey> key;

    /// The origin and the key that every note must have, so far as they are known.
    SignedNotes(Findings findings, Optional<String> origin, Optional<NoteKey> key) {
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
        if (!isSigned(note)) {
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
}
