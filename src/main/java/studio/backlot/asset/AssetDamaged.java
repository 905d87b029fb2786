package studio.backlot.asset;

import studio.backlot.base.ContentHash;

/// The file of a recorded asset no longer has the bytes that were recorded.
public final class AssetDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AssetDamaged(ContentHash expected, ContentHash found) {
        super(
                "the file of asset "
                        + expected
                        + " was changed (its SHA-256 is now "
                        + found
                        + "); restore it from a copy of the production");
    }
}
