package studio.backlot.provenance;

/// A text that is not a receipt; the message says why.
public final class MalformedReceipt extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedReceipt(String message) {
        super(message);
    }
}
