package studio.backlot.diffusion;

/// A run that came to no usable picture; the message names the stage, the step and what to try.
public final class PlateFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String stage;

    /// @param stage `encode`, `denoise`, `decode` or `upscale`
    public PlateFailed(String stage, String message) {
        super(stage + ": " + message);
        this.stage = stage;
    }

    public String stage() {
        return stage;
    }
}
