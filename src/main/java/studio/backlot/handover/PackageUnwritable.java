package studio.backlot.handover;

/// A package could not be written because of the disk or the folder; the message says which.
public final class PackageUnwritable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PackageUnwritable(String message, Throwable cause) {
        super(message, cause);
    }
}
