package studio.backlot.search;

/// The index could not be used and could not be made anew; the message says why and what to do. The
/// ledger is untouched.
public final class IndexFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public IndexFailed(String message) {
        super(message);
    }

    public IndexFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
