package studio.backlot.provenance;

import java.util.Optional;

/// Settles which log this is and whose key must have signed it: from the first entry, and from a
/// key had otherwise.
final class SignerCheck {
    private final Findings findings;
    private final Optional<NoteKey> outsideKey;
    private Optional<NoteKey> firstEntryKey = Optional.empty();

    SignerCheck(Findings findings, Optional<NoteKey> outsideKey) {
        this.findings = findings;
        this.outsideKey = outsideKey;
    }

    /// Takes the log's key from the first entry, which must be the production's.
    void acceptFirst(LedgerEntry entry) {
        if (entry.event() != EventType.PRODUCTION) {
            findings.finding(
                    "entry.firstNotProduction",
                    "entry 0",
                    "a ledger begins with the entry of its production, this "
                            + "one with \""
                            + entry.event().wireName()
                            + "\"");
        }
        String text =
                entry.assertions().object("logKey").flatMap(label -> label.text("key")).orElse("");
        try {
            firstEntryKey = Optional.of(NoteKey.parse(text));
        } catch (MalformedNote e) {
            findings.finding(
                    "key.missing",
                    "entry 0",
                    "the first entry does not name the key that signs this log: " + e.getMessage());
        }
        String origin = Checkpoint.originOf(entry.production());
        firstEntryKey
                .filter(key -> !key.name().equals(origin))
                .ifPresent(key ->
                        findings.finding(
                                "key.originMismatch",
                                "entry 0",
                                "the key is that of the log "
                                        + key.name()
                                        + ", the production's log is "
                                        + origin));
    }

    /// The key that must have signed; compares the two when both are known.
    Optional<NoteKey> key() {
        return outsideKey.or(() -> firstEntryKey);
    }

    void finish() {
        if (outsideKey.isPresent()
                && firstEntryKey.isPresent()
                && !outsideKey.equals(firstEntryKey)) {
            findings.finding(
                    "key.mismatch",
                    "entry 0",
                    "the key in the first entry has the fingerprint "
                            + firstEntryKey.get().key().fingerprint()
                            + ", the one you gave "
                            + outsideKey.get().key().fingerprint()
                            + ": another log, or one made anew");
        }
    }
}
