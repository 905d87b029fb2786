package studio.backlot.base;

/// A text that is not the JSON it should be; the message names the place and what was expected
/// there.
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedJson(String message) {
        super(message);
    }
}
