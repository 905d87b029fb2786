package studio.backlot.diffusion.scheduler;

/// How a predicted clean sample is kept within bounds: by dynamic thresholding, by clipping, or not
/// at all.
final class CleanBounds {
    /// The keys of `scheduler_config.json` that are read here, with diffusers' defaults; a
    /// scheduler adds its own default of `clip_sample`.
    static final String DEFAULTS = DynamicThreshold.DEFAULTS + ", \"clip_sample_range\": 1.0";

    private final DynamicThreshold threshold;
    private final float clipRange;

    CleanBounds(SchedulerConfig config) {
        threshold = new DynamicThreshold(config);
        float range = (float) config.decimal("clip_sample_range");
        clipRange = config.flag("clip_sample") ? range : Float.POSITIVE_INFINITY;
    }

    /// Brings the values within bounds.
    void apply(float[] clean) {
        if (threshold.isOn()) {
            threshold.apply(clean);
        } else if (clipRange != Float.POSITIVE_INFINITY) {
            for (int i = 0; i < clean.length; i++) {
                clean[i] = Math.min(Math.max(clean[i], -clipRange), clipRange);
            }
        }
    }
}
