package studio.backlot.diffusion.scheduler;

/// What a denoiser was trained to answer: the noise, the clean sample, or the velocity between them
/// (Salimans and Ho).
enum PredictionType {
    EPSILON,
    SAMPLE,
    V_PREDICTION
}
