package studio.backlot.handover;

/// A package is not what it should be, or does not fit what is known here; the message says what is
/// wrong and what to do. Nothing was imported.
public final class PackageRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PackageRefused(String message) {
        super(message);
    }

    public PackageRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
