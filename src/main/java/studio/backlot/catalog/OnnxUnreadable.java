package studio.backlot.catalog;

/// A file whose bytes do not follow the form of an ONNX graph, or end before it does.
final class OnnxUnreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean isTruncated;

    private OnnxUnreadable(String message, boolean isTruncated) {
        super(message);
        this.isTruncated = isTruncated;
    }

    static OnnxUnreadable truncated(long missingBytes) {
        return new OnnxUnreadable("the file ends " + missingBytes + " bytes too early", true);
    }

    static OnnxUnreadable malformed(String why) {
        return new OnnxUnreadable(why, false);
    }

    boolean isTruncated() {
        return isTruncated;
    }
}
