package studio.backlot.asset;

/// An asset could not be written or read because of the disk or the folder; the message says which
/// and what to do.
public final class AssetStoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AssetStoreFailed(String message) {
        super(message);
    }

    public AssetStoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
