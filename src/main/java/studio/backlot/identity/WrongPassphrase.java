package studio.backlot.identity;

/// A secret is whole but does not open with the passphrase that was given.
public final class WrongPassphrase extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongPassphrase(String name, Throwable cause) {
        super(
                "the passphrase does not open the secret \""
                        + name
                        + "\": type the one it was made with",
                cause);
    }
}
