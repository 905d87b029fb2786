package studio.backlot.diffusion.scheduler;

/// How the visited timesteps are spread over the training schedule (Lin et al., arXiv 2305.08891,
/// table 2).
enum TimestepSpacing {
    LINSPACE,
    LEADING,
    TRAILING;

    /// `count` places falling from `last - 1`, at one training schedule / `count` from each other,
    /// rounded to even.
    static double[] trailing(int trainingSteps, int last, int count) {
        // numpy's arange adds the difference of its first two values, and for some counts (61, 103,
        // …) ends one value
        // too late, on timestep -1, where a picture is spoiled: that value is left out here.
        double delta = (last - (double) trainingSteps / count) - last;
        int length = Math.min(count, (int) Math.ceil(last / ((double) trainingSteps / count)));
        var timesteps = new double[length];
        for (int i = 0; i < length; i++) {
            timesteps[i] = Math.rint(last + i * delta) - 1;
        }
        return timesteps;
    }

    /// `count` multiples of `ratio`, falling to 0, each moved up by `offset`.
    static double[] leading(int count, int ratio, int offset) {
        var timesteps = new double[count];
        for (int i = 0; i < count; i++) {
            timesteps[i] = (double) (count - 1 - i) * ratio + offset;
        }
        return timesteps;
    }

    /// `count` evenly spread values from `from` to `to`, both included; `from` alone when only one
    /// is wanted.
    static double[] linspace(double from, double to, int count) {
        var values = new double[count];
        double step = count > 1 ? (to - from) / (count - 1) : 0;
        for (int i = 0; i < count; i++) {
            values[i] = i * step + from;
        }
        if (count > 1) {
            values[count - 1] = to;
        }
        return values;
    }

    static double[] reversed(double[] values) {
        var reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }
}
