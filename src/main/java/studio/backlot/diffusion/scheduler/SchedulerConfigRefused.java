package studio.backlot.diffusion.scheduler;

/// A scheduler configuration asks for something that Backlot cannot do exactly; the message names
/// key and value.
public final class SchedulerConfigRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SchedulerConfigRefused(String message) {
        super(message);
    }
}
