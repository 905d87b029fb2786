package studio.backlot.provenance;

/// Stored bytes that are not an entry of ledger schema v1; the message says why.
public final class MalformedEntry extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedEntry(String message) {
        super(message);
    }
}
