package studio.backlot.identity;

/// A secret could not be read or kept because of the disk, the folder or the keyring; the message
/// says which.
public final class SecretStoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecretStoreFailed(String message) {
        super(message);
    }

    public SecretStoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
