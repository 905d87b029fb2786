package studio.backlot.diffusion.scheduler;

/// The timesteps that a multistep DPM-Solver visits and the noise levels at them, with one more
/// level at the end.
record DpmSolverSchedule(int[] timesteps, float[] sigmas) {

    static DpmSolverSchedule of(SchedulerConfig config, int inferenceSteps) {
        var training = TrainingNoise.of(config).withoutZeroAtTheEnd(config);
        float[] trainingSigmas = training.sigmas();
        double[] places = places(config, training, inferenceSteps);
        double[] levels = spreadLevels(config, trainingSigmas, inferenceSteps);
        if (levels.length > 0) {
            places = SigmaSchedule.timestepsOf(levels, SigmaSchedule.logarithms(trainingSigmas));
            if (isRounded(config)) {
                round(places);
            }
        } else {
            levels = SigmaSchedule.interpolate(places, trainingSigmas);
        }
        var timesteps = new int[places.length];
        for (int i = 0; i < timesteps.length; i++) {
            timesteps[i] = (int) places[i];
        }
        return new DpmSolverSchedule(
                timesteps, SigmaSchedule.endingIn(levels, FinalSigma.of(config, trainingSigmas)));
    }

    private static double[] places(SchedulerConfig config, TrainingNoise training, int count) {
        return places(config, training.steps(), lastTimestep(config, training), count);
    }

    /// Evenly spread whole timesteps below `last`, falling, without the lowest place.
    static double[] places(SchedulerConfig config, int trainingSteps, int last, int count) {
        int offset = config.whole("steps_offset", 0, trainingSteps);
        int ratio = last / (count + 1);
        return switch (config.choice("timestep_spacing", TimestepSpacing.class)) {
            case LINSPACE ->
                    fallingWithoutTheLowest(TimestepSpacing.linspace(0, last - 1.0, count + 1));
            case LEADING -> {
                if (ratio == 0) {
                    throw config.refused(
                            "timestep_spacing",
                            count + " steps do not fit into " + last + " timesteps");
                }
                yield TimestepSpacing.leading(count, ratio, ratio + offset);
            }
            case TRAILING -> TimestepSpacing.trailing(trainingSteps, last, count);
        };
    }

    /// The number of timesteps whose λ = ln α − ln σ lies above `lambda_min_clipped`, counted from
    /// the clean end.
    private static int lastTimestep(SchedulerConfig config, TrainingNoise training) {
        float lowest = (float) config.decimalOrMinusInfinity("lambda_min_clipped");
        int last = training.steps();
        while (last > 0 && lambda(training.alphasCumprod()[last - 1]) < lowest) {
            last--;
        }
        if (last == 0) {
            throw config.refused("lambda_min_clipped", "no timestep is left above it");
        }
        return last;
    }

    private static float lambda(float alphaCumprod) {
        float alpha = (float) Math.sqrt(alphaCumprod);
        float sigma = (float) Math.sqrt(1 - alphaCumprod);
        return (float) Math.log(alpha) - (float) Math.log(sigma);
    }

    private static double[] fallingWithoutTheLowest(double[] rising) {
        var places = new double[rising.length - 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.rint(rising[rising.length - 1 - i]);
        }
        return places;
    }

    /// The levels by rule, or none where those of the training schedule are taken.
    private static double[] spreadLevels(
            SchedulerConfig config, float[] trainingSigmas, int count) {
        double largest = trainingSigmas[trainingSigmas.length - 1];
        double smallest = trainingSigmas[0];
        SigmaCurve curve = SigmaCurve.of(config);
        boolean isUniformInLambda = config.flag("use_lu_lambdas");
        boolean isBeforeLambda = curve == SigmaCurve.EXPONENTIAL || curve == SigmaCurve.BETA;
        if (curve == SigmaCurve.KARRAS || (isBeforeLambda && !isUniformInLambda)) {
            return curve.levels(config, largest, smallest, count);
        }
        if (isUniformInLambda) {
            return SigmaSchedule.uniformInLambda(
                    (float) Math.log(largest), (float) Math.log(smallest), count);
        }
        return new double[0];
    }

    /// Exponential and beta levels and the cosine schedule keep the fraction until it is cut off.
    private static boolean isRounded(SchedulerConfig config) {
        SigmaCurve curve = SigmaCurve.of(config);
        boolean isLeftAsItIs =
                (curve == SigmaCurve.EXPONENTIAL || curve == SigmaCurve.BETA)
                        && !config.flag("use_lu_lambdas");
        return !isLeftAsItIs && !TrainingNoise.isCosine(config);
    }

    private static void round(double[] places) {
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.rint(places[i]);
        }
    }
}
