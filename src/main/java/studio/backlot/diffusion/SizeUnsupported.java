package studio.backlot.diffusion;

/// A size that the pack cannot make; the message gives the nearest sizes that it can.
public final class SizeUnsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SizeUnsupported(String message) {
        super(message);
    }
}
