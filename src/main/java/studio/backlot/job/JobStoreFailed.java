package studio.backlot.job;

/// The workspace could not keep or read what was asked; the message names the file, says why, and
/// what to do.
public final class JobStoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JobStoreFailed(String message) {
        super(message);
    }

    public JobStoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
