package studio.backlot.provenance;

/// A text that is not a signed note or not a checkpoint; the message says why.
public final class MalformedNote extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedNote(String message) {
        super(message);
    }
}
