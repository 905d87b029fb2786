package studio.backlot.diffusion.scheduler;

/// Dynamic thresholding of a predicted clean sample (Saharia et al., arXiv 2205.11487, §2.3), one
/// picture at a time.
final class DynamicThreshold {
    /// The keys of `scheduler_config.json` that are read here, with diffusers' defaults.
    static final String DEFAULTS =
            """
            "thresholding": false, "dynamic_thresholding_ratio": 0.995, "sample_max_value": 1.0\
            """;

    private final boolean isOn;
    private final float ratio;
    private final float largest;
    private float[] sizes = new float[0];

    DynamicThreshold(SchedulerConfig config) {
        isOn = config.flag("thresholding");
        ratio = (float) config.decimal("dynamic_thresholding_ratio");
        largest = (float) config.decimal("sample_max_value");
        if (ratio < 0 || ratio > 1) {
            throw config.refused("dynamic_thresholding_ratio", "a share from 0 to 1 is needed");
        }
    }

    boolean isOn() {
        return isOn;
    }

    /// Clips to the threshold that the given share of the values keeps, at least 1, and divides by
    /// it.
    void apply(float[] sample) {
        if (sizes.length != sample.length) {
            sizes = new float[sample.length];
        }
        for (int i = 0; i < sample.length; i++) {
            sizes[i] = Math.abs(sample[i]);
        }
        float threshold = Math.min(Math.max(quantile(), 1), largest);
        for (int i = 0; i < sample.length; i++) {
            sample[i] = Math.min(Math.max(sample[i], -threshold), threshold) / threshold;
        }
    }

    /// `torch.quantile` with linear interpolation, in single precision.
    private float quantile() {
        float rank = ratio * (sizes.length - 1);
        int below = (int) rank;
        int above = (int) Math.ceil(rank);
        float low = select(below);
        float high = above == below ? low : select(above);
        return low + (rank - below) * (high - low);
    }

    /// The value that would stand at this place if they were sorted (Hoare, "Find"); moves them
    /// about, but allocates nothing.
    private float select(int place) {
        int from = 0;
        int to = sizes.length - 1;
        while (from < to) {
            float pivot = sizes[place];
            int left = from;
            int right = to;
            while (left <= right) {
                while (sizes[left] < pivot) {
                    left++;
                }
                while (sizes[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    float swapped = sizes[left];
                    sizes[left++] = sizes[right];
                    sizes[right--] = swapped;
                }
            }
            if (right < place) {
                from = left;
            }
            if (left > place) {
                to = right;
            }
        }
        return sizes[place];
    }
}
