package studio.backlot.workflow;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.Checkpoints;
import studio.backlot.diffusion.DenoisingCheckpoint;
import studio.backlot.diffusion.LatentShape;
import studio.backlot.diffusion.RunWatch;
import studio.backlot.diffusion.StepListener;
import studio.backlot.diffusion.VaeDecoder;
import studio.backlot.job.JobStoreFailed;
import studio.backlot.job.QueueStore;
import studio.backlot.raster.Plate;

/// Watches one job of the queue at work: keeps its checkpoints, lets it rest where it is wished to,
/// measures it, and makes its previews.
///
/// Wishes come from any thread, all else happens on the working one.
final class QueueRun implements StepListener, Checkpoints, Progress {
    private static final String DENOISE = "denoise";
    private static final String LOAD = "load";

    private final UUID job;
    private final QueueStore store;
    private final InstantSource clock;
    private final Duration checkpointEvery;
    private final LatentPreviews previews;
    private final Heard heard;
    private final Cancellation cancellation = new Cancellation();
    private final long began;

    private volatile boolean isResting;
    private volatile boolean isStopped;
    private volatile String stage = "";
    private long lastCheckpoint;
    private long firstStep;
    private long lastStep;
    private int from;
    private int taken;

    /// How far it is: `step` of `of`, and what a step takes, once there are two.
    record Steps(int step, int of, Optional<Double> millisOfAStep) {}

    /// Who is told how far it is.
    interface Heard {
        void steps(Steps steps);

        /// So many bytes of the pack are in memory.
        void loads(long bytes, long of);
    }

    QueueRun(UUID job, QueueRoom room, QueueClock time, LatentPreviews previews, Heard heard) {
        this.job = job;
        this.store = room.jobs();
        this.clock = time.clock();
        this.checkpointEvery = time.checkpointEvery();
        this.previews = previews;
        this.heard = heard;
        began = clock.millis();
        lastCheckpoint = began;
    }

    /// The clock, and how often a checkpoint is kept.
    record QueueClock(InstantSource clock, Duration checkpointEvery) {}

    RunWatch watch() {
        return new RunWatch(this, this, this, cancellation);
    }

    /// Ends it for good.
    void stop() {
        isStopped = true;
        cancellation.cancel();
    }

    /// Lets it go on later: from the end of the step under way, or from the last checkpoint where
    /// none is.
    void rest() {
        isResting = true;
        cancelBetweenSteps();
    }

    /// Whether it was cancelled so that it goes on later.
    boolean isSuspended() {
        return isResting && !isStopped;
    }

    private void cancelBetweenSteps() {
        if (isResting && !stage.equals(DENOISE)) {
            cancellation.cancel();
        }
    }

    @Override
    public void report(String newStage, long done, long total) {
        if (newStage.equals(DENOISE) && !stage.equals(DENOISE)) {
            from = (int) done;
            firstStep = clock.millis();
            lastStep = firstStep;
            heard.steps(new Steps((int) done, (int) total, Optional.empty()));
        } else if (newStage.equals(DENOISE)) {
            lastStep = clock.millis();
            taken = (int) done - from;
            heard.steps(new Steps((int) done, (int) total, millisOfAStep()));
        } else if (newStage.equals(LOAD)) {
            heard.loads(done, total);
        }
        stage = newStage;
        cancelBetweenSteps();
    }

    /// Known after two steps: the first one of a session is slower.
    private Optional<Double> millisOfAStep() {
        return taken < 2 ? Optional.empty() : Optional.of((double) (lastStep - firstStep) / taken);
    }

    /// What the whole run took, where all of it was done now.
    Optional<Estimates.Cost> cost() {
        return from > 0
                ? Optional.empty()
                : millisOfAStep()
                        .map(step ->
                                new Estimates.Cost(
                                        firstStep - began, step, clock.millis() - lastStep));
    }

    @Override
    public void begun(LatentShape shape, VaeDecoder decoder) {
        previews.begun(shape, decoder);
    }

    @Override
    public void stepped(int step, float timestep, float[] latents) {
        previews.stepped(latents);
    }

    @Override
    public void decoded(float[] latents, Plate plate) {
        previews.decoded(latents, plate);
    }

    @Override
    public Optional<DenoisingCheckpoint> newest() {
        return store.checkpoint(job).flatMap(DenoisingCheckpoint::parse);
    }

    @Override
    public boolean isDue() {
        return isResting || clock.millis() - lastCheckpoint >= checkpointEvery.toMillis();
    }

    /// A checkpoint that cannot be kept costs steps after a crash, and nothing now.
    @Override
    public void keep(DenoisingCheckpoint checkpoint) {
        try {
            byte[] content = checkpoint.toBytes();
            if (content.length <= QueueStore.LARGEST_CHECKPOINT) {
                store.keepCheckpoint(job, content);
            }
        } catch (JobStoreFailed e) {
            // a full disk is told by whatever must be kept
        }
        lastCheckpoint = clock.millis();
        if (isResting) {
            cancellation.cancel();
        }
    }
}
