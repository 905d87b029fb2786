package studio.backlot.workflow;

/// A file was not taken in as a picture; the message says why and what to do.
public final class PictureRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PictureRefused(String message) {
        super(message);
    }

    public PictureRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
