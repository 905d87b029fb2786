package studio.backlot.diffusion.scheduler;

/// The beta distribution on 0 to 1.
record BetaDistribution(double alpha, double beta) {
    /// The one that "beta" sigmas are spread by.
    static final BetaDistribution SAMPLING = new BetaDistribution(0.6, 0.6);

    private static final int MOST_TERMS = 400;
    private static final int BISECTIONS = 200;
    private static final double TINY = 1e-300;

    /// The value below which this share of the distribution lies, to the last few bits.
    double quantile(double share) {
        if (share <= 0) {
            return 0;
        }
        if (share >= 1) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS && low < high; i++) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (shareBelow(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The regularised incomplete beta function by its continued fraction (Abramowitz and Stegun
    /// 26.5.8), evaluated as Lentz does.
    double shareBelow(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front =
                Math.exp(
                        logGamma(alpha + beta)
                                - logGamma(alpha)
                                - logGamma(beta)
                                + alpha * Math.log(x)
                                + beta * Math.log1p(-x));
        return x < (alpha + 1) / (alpha + beta + 2)
                ? front * fraction(x, alpha, beta) / alpha
                : 1 - front * fraction(1 - x, beta, alpha) / beta;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            double change = d * c;
            value *= change;
            if (Math.abs(change - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /// ln Γ by Lanczos' series with g = 7 and nine terms, for arguments above 0.
    private static double logGamma(double z) {
        double[] series = {
            0.9999999999998099,
            676.5203681218851,
            -1259.1392167224028,
            771.3234287776531,
            -176.6150291621406,
            12.507343278686905,
            -0.13857109526572012,
            9.984369578019572E-6,
            1.5056327351493116E-7
        };
        if (z < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
        }
        double x = z - 1;
        double sum = series[0];
        for (int i = 1; i < series.length; i++) {
            sum += series[i] / (x + i);
        }
        double t = x + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
