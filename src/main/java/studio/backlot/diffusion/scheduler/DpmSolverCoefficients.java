package studio.backlot.diffusion.scheduler;

/// The weights of one multistep DPM-Solver step: x′ = sample·x + first·D₀ + second·D₁ + third·D₂ +
/// noise·z.
///
/// D₀ is the newest converted model output, D₁ and D₂ its first and second differences over λ, z
/// standard normal noise (Lu et al., arXiv 2206.00927 for `dpmsolver`, arXiv 2211.01095 for
/// `dpmsolver++`). All in single precision, as diffusers computes them.
record DpmSolverCoefficients(float sample, float first, float second, float third, float noise) {

    /// Which integral is solved, over the noise prediction or (++) the clean sample, and whether
    /// noise is added.
    enum Algorithm {
        DPMSOLVER,
        DPMSOLVER_PLUS_PLUS,
        SDE_DPMSOLVER,
        SDE_DPMSOLVER_PLUS_PLUS;

        boolean predictsClean() {
            return this == DPMSOLVER_PLUS_PLUS || this == SDE_DPMSOLVER_PLUS_PLUS;
        }

        boolean isStochastic() {
            return this == SDE_DPMSOLVER || this == SDE_DPMSOLVER_PLUS_PLUS;
        }
    }

    /// How the second-order step weighs D₁.
    enum SolverType {
        MIDPOINT,
        HEUN
    }

    /// One noise level as signal weight α, noise weight σ and half log signal-to-noise ratio λ = ln
    /// α − ln σ.
    record Level(float alpha, float sigma, float lambda) {
        static Level of(float sigma) {
            float alpha = 1 / (float) Math.sqrt(sigma * sigma + 1);
            float spread = sigma * alpha;
            return new Level(alpha, spread, (float) Math.log(alpha) - (float) Math.log(spread));
        }
    }

    /// @param from the level before the step
    /// @param to the level after it
    /// @param order 1 to 3; with 1 the weights of D₁ and D₂ are 0, with 2 that of D₂ is
    static DpmSolverCoefficients of(
            Algorithm algorithm, SolverType type, int order, Level from, Level to) {
        float h = to.lambda - from.lambda;
        DpmSolverCoefficients thirdOrder =
                switch (algorithm) {
                    case DPMSOLVER -> overNoise(h, to.alpha / from.alpha, to.sigma);
                    case DPMSOLVER_PLUS_PLUS -> overClean(-h, to.sigma / from.sigma, to.alpha);
                    case SDE_DPMSOLVER ->
                            overNoise(h, to.alpha / from.alpha, to.sigma)
                                    .doubled(to.sigma * sqrt(exp(2 * h) - 1));
                    case SDE_DPMSOLVER_PLUS_PLUS ->
                            overClean(-2 * h, to.sigma / from.sigma * exp(-h), to.alpha)
                                    .stochastic(-2 * h, to.alpha, to.sigma * sqrt(1 - exp(-2 * h)));
                };
        return thirdOrder.ofOrder(order, type);
    }

    private static DpmSolverCoefficients overNoise(float h, float sample, float sigma) {
        float growth = exp(h) - 1;
        return new DpmSolverCoefficients(
                sample,
                -(sigma * growth),
                -(sigma * (growth / h - 1)),
                -(sigma * ((growth - h) / (h * h) - 0.5f)),
                0);
    }

    /// @param x −h for the deterministic and −2h for the stochastic solver
    private static DpmSolverCoefficients overClean(float x, float sample, float alpha) {
        float growth = exp(x) - 1;
        return new DpmSolverCoefficients(
                sample,
                -(alpha * growth),
                alpha * (growth / -x + 1),
                -(alpha * ((growth - x) / (x * x) - 0.5f)),
                0);
    }

    private DpmSolverCoefficients doubled(float noise) {
        return new DpmSolverCoefficients(sample, 2 * first, 2 * second, 2 * third, noise);
    }

    /// The weight of D₂ has diffusers' sign of one half, which is not that of the deterministic
    /// solver.
    private DpmSolverCoefficients stochastic(float x, float alpha, float noise) {
        float growth = exp(x) - 1;
        return new DpmSolverCoefficients(
                sample, first, second, alpha * ((x - growth) / (x * x) - 0.5f), noise);
    }

    private DpmSolverCoefficients ofOrder(int order, SolverType type) {
        return switch (order) {
            case 1 -> new DpmSolverCoefficients(sample, first, 0, 0, noise);
            case 2 ->
                    new DpmSolverCoefficients(
                            sample,
                            first,
                            type == SolverType.HEUN ? second : 0.5f * first,
                            0,
                            noise);
            case 3 -> this;
            default ->
                    throw new IllegalArgumentException(
                            "a multistep DPM-Solver has order 1, 2 or 3, not " + order);
        };
    }

    private static float exp(float value) {
        return (float) Math.exp(value);
    }

    private static float sqrt(float value) {
        return (float) Math.sqrt(value);
    }
}
