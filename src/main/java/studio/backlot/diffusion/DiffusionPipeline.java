package studio.backlot.diffusion;

import java.util.List;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.VaeDecoder.DecodedPicture;
import studio.backlot.diffusion.scheduler.Scheduler;
import studio.backlot.raster.Plate;

/// The loop from tokens to pixels: latent diffusion with classifier-free guidance.
///
/// The numbered steps are those of `StableDiffusionPipeline.__call__` in Hugging Face diffusers;
/// guidance is Ho and Salimans, arXiv 2207.12598.
public final class DiffusionPipeline {
    /// A decoder that failed gives a picture with no sample brighter than this.
    private static final int BLACK = 2;

    private final TextEncoder textEncoder;
    private final Denoiser denoiser;
    private final VaeDecoder decoder;

    public DiffusionPipeline(TextEncoder textEncoder, Denoiser denoiser, VaeDecoder decoder) {
        this.textEncoder = textEncoder;
        this.denoiser = denoiser;
        this.decoder = decoder;
    }

    /// One run of the loop.
    ///
    /// @param negative left out where guidance is 1 or below
    /// @param scheduler fresh, for this job alone
    public record Job(
            int[] prompt,
            int[] negative,
            float guidanceScale,
            long seed,
            Scheduler scheduler,
            LatentShape shape) {
        /// Whether the denoiser runs under both prompts.
        public boolean isGuided() {
            return guidanceScale > 1;
        }
    }

    /// As [#run(Job, RunWatch)], without checkpoints.
    public Plate run(Job job, StepListener listener, Progress progress, Cancellation cancellation) {
        return run(job, RunWatch.of(listener, progress, cancellation));
    }

    /// Runs a job to its picture, from the newest checkpoint where there is one: the picture is the
    /// same. Throws [studio.backlot.base.Cancelled], or [PlateFailed] when numbers or picture are
    /// unusable.
    public Plate run(Job job, RunWatch watch) {
        Progress progress = watch.progress();
        Cancellation cancellation = watch.cancellation();
        // 1. Encode the prompts, negative first, in one batch
        TextStates text =
                textEncoder.encode(
                        job.isGuided()
                                ? List.of(job.negative(), job.prompt())
                                : List.of(job.prompt()),
                        cancellation);
        requireFinite(text.values(), "encode", "the text encoder");
        // 2. Draw the latents, or take them up where a checkpoint left them
        Latents latents =
                watch.checkpoints()
                        .newest()
                        .filter(one -> one.latents().length == job.shape().count())
                        .map(one -> resumed(job, one))
                        .orElseGet(() -> drawn(job));
        // 3. Denoise them
        watch.listener().begun(job.shape(), decoder);
        denoise(job, text, latents, watch);
        // 4. Decode them
        progress.report("decode", 0, 1);
        Plate plate = decode(latents.values(), job.shape(), cancellation);
        progress.report("decode", 1, 1);
        watch.listener().decoded(latents.values(), plate);
        return plate;
    }

    /// The latents before step `next`, and where the noise of the later steps comes from.
    private record Latents(float[] values, int next, TorchRandom random) {}

    private static Latents drawn(Job job) {
        var random = new TorchRandom(job.seed());
        float[] values = random.randn(job.shape().count());
        float initial = job.scheduler().initNoiseSigma();
        for (int i = 0; i < values.length; i++) {
            values[i] *= initial;
        }
        return new Latents(values, 0, random);
    }

    private static Latents resumed(Job job, DenoisingCheckpoint checkpoint) {
        job.scheduler().resume(checkpoint.step(), checkpoint.step(), checkpoint.history());
        return new Latents(
                checkpoint.latents().clone(),
                checkpoint.step(),
                TorchRandom.at(checkpoint.noise()));
    }

    private void denoise(Job job, TextStates text, Latents from, RunWatch watch) {
        Scheduler scheduler = job.scheduler();
        float[] latents = from.values();
        float[] timesteps = scheduler.timesteps();
        var scaled = new float[latents.length];
        var predicted = new float[latents.length * text.prompts()];
        var guided = new float[latents.length];
        try (Denoiser.Denoising denoising = denoiser.begin(text, job.shape())) {
            watch.progress().report("denoise", from.next(), timesteps.length);
            for (int step = from.next(); step < timesteps.length; step++) {
                watch.cancellation().throwIfCancelled();
                // 3a. Show the denoiser the scaled latents, once per prompt
                scheduler.scaleInput(latents, step, scaled);
                denoising.predict(scaled, timesteps[step], predicted, watch.cancellation());
                // 3b. Guide: away from the negative prompt, toward the prompt
                guide(predicted, job.guidanceScale(), guided);
                requireFinite(
                        guided,
                        "denoise",
                        "the denoiser in step " + (step + 1) + " of " + timesteps.length);
                // 3c. Take the step from x(t) to x(t-1)
                scheduler.step(guided, step, latents, from.random());
                watch.listener().stepped(step, timesteps[step], latents);
                keep(job, step + 1, from, watch.checkpoints());
                watch.progress().report("denoise", step + 1L, timesteps.length);
            }
        }
        watch.cancellation().throwIfCancelled();
    }

    private static void keep(Job job, int next, Latents latents, Checkpoints checkpoints) {
        if (checkpoints.isDue()) {
            checkpoints.keep(
                    new DenoisingCheckpoint(
                            DenoisingCheckpoint.NO_RECIPE,
                            next,
                            latents.values().clone(),
                            job.scheduler().history(),
                            latents.random().position()));
        }
    }

    private static void guide(float[] predicted, float scale, float[] into) {
        if (predicted.length == into.length) {
            System.arraycopy(predicted, 0, into, 0, into.length);
            return;
        }
        for (int i = 0; i < into.length; i++) {
            float negative = predicted[i];
            into[i] = negative + scale * (predicted[into.length + i] - negative);
        }
    }

    private Plate decode(float[] latents, LatentShape shape, Cancellation cancellation) {
        requireFinite(latents, "denoise", "the scheduler");
        DecodedPicture decoded = decoder.decode(latents, shape, cancellation);
        requireFinite(decoded.planes(), "decode", "the VAE decoder");
        Plate plate =
                Plate.ofPlanar(
                        decoded.planes(), decoded.size().width(), decoded.size().height(), -1, 1);
        if (plate.isBlack(BLACK)) {
            throw new PlateFailed(
                    "decode",
                    "the picture is black all over; the pack is damaged or its precision is too"
                            + " low for this machine: check it with `backlot packs check`, or try"
                            + " another seed or pack");
        }
        return plate;
    }

    /// A sum is finite only if every part is; half the cost of asking each.
    private static void requireFinite(float[] values, String stage, String source) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        if (!Double.isFinite(sum)) {
            throw new PlateFailed(
                    stage,
                    source
                            + " gave a value that is not a finite number; the pack is damaged or its"
                            + " precision is too low for this machine: check it with `backlot packs"
                            + " check`, or try another pack");
        }
    }
}
