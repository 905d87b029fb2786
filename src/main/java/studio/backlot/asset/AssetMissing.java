package studio.backlot.asset;

import studio.backlot.base.ContentHash;

/// The file of a recorded asset is not on this disk.
public final class AssetMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AssetMissing(ContentHash hash) {
        super(
                "the file of asset "
                        + hash
                        + " is not in this production's assets folder; restore it from a copy of the production");
    }
}
