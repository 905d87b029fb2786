package studio.backlot.diffusion;

/// A pack of a kind that this build cannot run; the message says which kind it is and what would be
/// taken.
public final class PackUnsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PackUnsupported(String message) {
        super(message);
    }
}
