package studio.backlot.architecture.planted.raster;

import java.lang.foreign.MemorySegment;

/// Guilty: native code in a feature.
public final class CallsNativeCode {
    private CallsNativeCode() {}

    public static boolean isNothing(MemorySegment pointer) {
        return pointer.address() == 0;
    }
}
