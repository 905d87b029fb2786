package studio.backlot.production;

/// A folder that cannot be this production, or cannot hold one; the message says why and what to do
/// instead.
public final class ProductionFolderRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProductionFolderRefused(String message) {
        super(message);
    }

    public ProductionFolderRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
