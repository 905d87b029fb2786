package studio.backlot.provenance;

/// The ledger could not do what was asked, and nothing was recorded; the message says why and what
/// to do.
public final class LedgerFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerFailed(String message) {
        super(message);
    }

    public LedgerFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
