package studio.backlot.identity;

/// A kept secret is no longer what was written; the message says what is wrong with it and what to
/// do.
public final class SecretDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecretDamaged(String name, String explanation) {
        super(
                "the secret \""
                        + name
                        + "\" is damaged: "
                        + explanation
                        + "; restore it from a copy of the app's folder");
    }
}
