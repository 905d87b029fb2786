package studio.backlot.architecture.planted.scene;

import com.adobe.internal.xmp.XMPMeta;

/// Guilty: XMP outside `credential`.
public final class ReadsXmp {
    private ReadsXmp() {}

    public static boolean isThere(XMPMeta meta) {
        return meta.hashCode() != 0;
    }
}
