package studio.backlot.diffusion.scheduler;

/// The places on the training schedule that a variance-exploding scheduler visits, and the noise
/// levels there, both falling and without the level after the last step.
record VisitedLevels(double[] places, double[] sigmas) {
    /// The levels of the training schedule at evenly spread timesteps, or those that the
    /// configuration's curve spreads between the first and the last of them.
    static VisitedLevels of(SchedulerConfig config, TrainingNoise training, int count) {
        double[] places = places(config, training.steps(), count);
        return of(config, training, places, SigmaSchedule.interpolate(places, training.sigmas()));
    }

    /// With levels of one's own at these places, which a curve replaces where there is one.
    static VisitedLevels of(
            SchedulerConfig config, TrainingNoise training, double[] places, double[] levels) {
        SigmaCurve curve = SigmaCurve.of(config);
        if (curve == SigmaCurve.TRAINING) {
            return new VisitedLevels(places, levels);
        }
        double[] spread = curve.levels(config, levels[0], levels[levels.length - 1], places.length);
        return new VisitedLevels(
                SigmaSchedule.timestepsOf(spread, SigmaSchedule.logarithms(training.sigmas())),
                spread);
    }

    /// Evenly spread timesteps in single precision.
    static double[] places(SchedulerConfig config, int trainingSteps, int count) {
        int offset = config.whole("steps_offset", 0, trainingSteps);
        return switch (config.choice("timestep_spacing", TimestepSpacing.class)) {
            case LINSPACE -> TimestepSpacing.reversed(inSinglePrecision(trainingSteps, count));
            case LEADING -> TimestepSpacing.leading(count, trainingSteps / count, offset);
            case TRAILING -> TimestepSpacing.trailing(trainingSteps, trainingSteps, count);
        };
    }

    private static double[] inSinglePrecision(int trainingSteps, int count) {
        double[] places = TimestepSpacing.linspace(0, trainingSteps - 1.0, count);
        for (int i = 0; i < count; i++) {
            places[i] = (float) places[i];
        }
        return places;
    }

    float[] timesteps() {
        return Schedulers.toFloats(places);
    }

    /// The levels in single precision, with the one after the last step.
    float[] endingIn(float last) {
        return SigmaSchedule.endingIn(sigmas, last);
    }
}
