package studio.backlot.base;

/// Thrown where a run ends because its [Cancellation] latch fell.
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Cancelled() {
        super("cancelled");
    }
}
