package studio.backlot.identity;

/// A secret could not be read or kept because of the disk or the folder; the message says which.
public final class SecretStoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecretStoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
