package studio.backlot.raster;

/// A file that is not the PNG it should be, or one beyond the bounds; the message says where and
/// what.
public final class MalformedPng extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedPng(String where, String what) {
        super("not a PNG picture that can be read: " + where + " " + what);
    }
}
