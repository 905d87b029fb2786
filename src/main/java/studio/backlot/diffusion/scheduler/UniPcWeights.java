package studio.backlot.diffusion.scheduler;

import studio.backlot.diffusion.scheduler.DpmSolverCoefficients.Level;

/// The weights of one UniPC step: x′ = sample·x + first·m₀ + Σ differencesₖ·(mₖ₊₁ − m₀) + newest·(m
/// − m₀), the last part for the corrector alone.
///
/// m₀ is the converted model output at the start of the step, m₁, m₂ … those before it, m the one
/// at its end (Zhao et al., arXiv 2302.04867, formulas 3 and 9).
record UniPcWeights(float sample, float first, float[] differences, float newest) {
    /// Whether the clean sample or the noise is integrated, whether B(h) is h (bh1) or eʰ − 1
    /// (bh2), and whether it is the corrector.
    record Kind(boolean predictsClean, boolean isFirst, boolean isCorrecting) {}

    /// @param ratios of the earlier points' distances in λ to the length of the step, newest first,
    ///   ending with 1; as many as the order
    static UniPcWeights of(Kind kind, Level from, Level to, float[] ratios) {
        int order = ratios.length;
        float h = to.lambda() - from.lambda();
        float hh = kind.predictsClean() ? -h : h;
        float phi1 = (float) Math.expm1(hh);
        float b = kind.isFirst() ? hh : phi1;
        float scale = kind.predictsClean() ? to.alpha() : to.sigma();
        float sample = kind.predictsClean() ? to.sigma() / from.sigma() : to.alpha() / from.alpha();
        double[] rhos =
                kind.isCorrecting()
                        ? corrector(ratios, hh, phi1, b)
                        : predictor(ratios, hh, phi1, b);
        var differences = new float[order - 1];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = (float) (-(scale * b) * rhos[k] / ratios[k]);
        }
        float newest = kind.isCorrecting() ? (float) (-(scale * b) * rhos[order - 1]) : 0;
        return new UniPcWeights(sample, -(scale * phi1), differences, newest);
    }

    private static double[] corrector(float[] ratios, float hh, float phi1, float b) {
        return ratios.length == 1 ? new double[] {0.5} : solved(ratios, ratios.length, hh, phi1, b);
    }

    private static double[] predictor(float[] ratios, float hh, float phi1, float b) {
        return switch (ratios.length) {
            case 1 -> new double[0];
            case 2 -> new double[] {0.5};
            default -> solved(ratios, ratios.length - 1, hh, phi1, b);
        };
    }

    /// The ρ of Σₖ rₖⁱ·ρₖ = i!·φᵢ₊₁ / B for i from 0 on, by elimination with pivots.
    private static double[] solved(float[] ratios, int size, float hh, float phi1, float b) {
        var rows = new double[size][size + 1];
        float phi = phi1 / hh - 1;
        float factorial = 1;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                rows[i][k] = (float) Math.pow(ratios[k], i);
            }
            rows[i][size] = phi * factorial / b;
            factorial *= i + 2;
            phi = phi / hh - 1 / factorial;
        }
        for (int column = 0; column < size; column++) {
            pivot(rows, column);
            for (int row = 0; row < size; row++) {
                if (row != column) {
                    double share = rows[row][column] / rows[column][column];
                    for (int k = column; k <= size; k++) {
                        rows[row][k] -= share * rows[column][k];
                    }
                }
            }
        }
        var solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = rows[i][size] / rows[i][i];
        }
        return solution;
    }

    private static void pivot(double[][] rows, int column) {
        int best = column;
        for (int row = column + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
                best = row;
            }
        }
        double[] swapped = rows[column];
        rows[column] = rows[best];
        rows[best] = swapped;
    }
}
