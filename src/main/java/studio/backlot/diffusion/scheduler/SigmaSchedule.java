package studio.backlot.diffusion.scheduler;

/// Noise levels to visit, from the largest to the smallest, and the training timesteps that belong
/// to them.
final class SigmaSchedule {
    private SigmaSchedule() {}

    /// The noise level at fractional timesteps, by linear interpolation of the training schedule
    /// (as `numpy.interp`).
    static double[] interpolate(double[] timesteps, float[] trainingSigmas) {
        var sigmas = new double[timesteps.length];
        for (int i = 0; i < sigmas.length; i++) {
            double t = Math.min(Math.max(timesteps[i], 0), trainingSigmas.length - 1);
            int below = Math.min((int) t, Math.max(trainingSigmas.length - 2, 0));
            int above = Math.min(below + 1, trainingSigmas.length - 1);
            double slope = (double) trainingSigmas[above] - trainingSigmas[below];
            sigmas[i] = slope * (t - below) + trainingSigmas[below];
        }
        return sigmas;
    }

    /// Evenly spread seventh roots (Karras et al., arXiv 2206.00364, equation 5 with ρ = 7).
    static double[] karras(double largest, double smallest, int count) {
        double rho = 7;
        double from = Math.pow(largest, 1 / rho);
        double to = Math.pow(smallest, 1 / rho);
        double[] sigmas = TimestepSpacing.linspace(0, 1, count);
        for (int i = 0; i < count; i++) {
            sigmas[i] = Math.pow(from + sigmas[i] * (to - from), rho);
        }
        return sigmas;
    }

    /// Evenly spread logarithms.
    static double[] exponential(double largest, double smallest, int count) {
        double[] sigmas = TimestepSpacing.linspace(Math.log(largest), Math.log(smallest), count);
        for (int i = 0; i < count; i++) {
            sigmas[i] = Math.exp(sigmas[i]);
        }
        return sigmas;
    }

    /// Evenly spread quantiles of the beta distribution with α = β = 0.6 (Lee et al., arXiv
    /// 2407.12173).
    static double[] beta(double largest, double smallest, int count) {
        double[] sigmas = TimestepSpacing.linspace(0, 1, count);
        for (int i = 0; i < count; i++) {
            double share = BetaDistribution.SAMPLING.quantile(1 - sigmas[i]);
            sigmas[i] = smallest + share * (largest - smallest);
        }
        return sigmas;
    }

    /// Evenly spread λ (Lu et al., arXiv 2206.00927, §3.4 with ρ = 1), between logarithms in single
    /// precision.
    static double[] uniformInLambda(float largest, float smallest, int count) {
        double[] sigmas = TimestepSpacing.linspace(0, 1, count);
        for (int i = 0; i < count; i++) {
            sigmas[i] = Math.exp(largest + sigmas[i] * ((double) smallest - largest));
        }
        return sigmas;
    }

    /// The logarithms of the training schedule's noise levels, in single precision.
    static float[] logarithms(float[] sigmas) {
        var logarithms = new float[sigmas.length];
        for (int i = 0; i < sigmas.length; i++) {
            logarithms[i] = (float) Math.log(sigmas[i]);
        }
        return logarithms;
    }

    /// The fractional training timesteps at which these noise levels lie, by interpolation of the
    /// logarithms.
    static double[] timestepsOf(double[] sigmas, float[] logTrainingSigmas) {
        var timesteps = new double[sigmas.length];
        for (int i = 0; i < sigmas.length; i++) {
            timesteps[i] = timestepOf(sigmas[i], logTrainingSigmas);
        }
        return timesteps;
    }

    private static double timestepOf(double sigma, float[] logTrainingSigmas) {
        double logSigma = Math.log(Math.max(sigma, 1e-10));
        int below = 0;
        for (int t = 0; t < logTrainingSigmas.length; t++) {
            if (logSigma - logTrainingSigmas[t] >= 0) {
                below = t;
            }
        }
        below = Math.min(below, logTrainingSigmas.length - 2);
        float low = logTrainingSigmas[below];
        float high = logTrainingSigmas[below + 1];
        double weight = Math.min(Math.max((low - logSigma) / (low - high), 0), 1);
        return (1 - weight) * below + weight * (below + 1);
    }

    /// The levels in single precision, with one more at the end.
    static float[] endingIn(double[] sigmas, float last) {
        var ended = new float[sigmas.length + 1];
        for (int i = 0; i < sigmas.length; i++) {
            ended[i] = (float) sigmas[i];
        }
        ended[sigmas.length] = last;
        return ended;
    }
}
