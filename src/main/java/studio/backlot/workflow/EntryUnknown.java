package studio.backlot.workflow;

/// No entry of the ledger is what was asked for; the message says what was looked for.
public final class EntryUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EntryUnknown(String message) {
        super(message);
    }
}
