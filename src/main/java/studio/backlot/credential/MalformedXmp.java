package studio.backlot.credential;

/// An XMP packet that is not one, or that is refused because of what it tries; the message says
/// which.
public final class MalformedXmp extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedXmp(String message) {
        super("not an XMP packet that can be read: " + message);
    }
}
