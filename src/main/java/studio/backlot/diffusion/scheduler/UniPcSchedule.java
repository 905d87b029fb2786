package studio.backlot.diffusion.scheduler;

/// The timesteps that UniPC visits and the noise levels at them, with one more level at the end.
record UniPcSchedule(int[] timesteps, float[] sigmas) {
    static UniPcSchedule of(SchedulerConfig config, int count) {
        TrainingNoise training = TrainingNoise.of(config).withoutZeroAtTheEnd(config);
        float[] trainingSigmas = training.sigmas();
        SigmaCurve curve = SigmaCurve.of(config);
        double[] places;
        double[] levels;
        if (curve == SigmaCurve.TRAINING) {
            places = DpmSolverSchedule.places(config, training.steps(), training.steps(), count);
            levels = SigmaSchedule.interpolate(places, trainingSigmas);
        } else {
            levels =
                    curve.levels(
                            config,
                            trainingSigmas[trainingSigmas.length - 1],
                            trainingSigmas[0],
                            count);
            places = SigmaSchedule.timestepsOf(levels, SigmaSchedule.logarithms(trainingSigmas));
        }
        var timesteps = new int[count];
        for (int i = 0; i < count; i++) {
            timesteps[i] = (int) (curve == SigmaCurve.KARRAS ? Math.rint(places[i]) : places[i]);
        }
        float last = FinalSigma.of(config, trainingSigmas);
        boolean isCurveOwn = last > 0 && curve != SigmaCurve.TRAINING;
        return new UniPcSchedule(
                timesteps,
                SigmaSchedule.endingIn(levels, isCurveOwn ? (float) levels[count - 1] : last));
    }
}
