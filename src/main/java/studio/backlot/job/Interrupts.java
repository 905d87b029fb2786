package studio.backlot.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studio.backlot.base.Cancellation;

/// Turns the end of the program that a person asks for (Ctrl+C, a closing session) into the cancelling of a run, and holds
/// the end back until the run has recorded that it was stopped.
public final class Interrupts implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interrupts(Cancellation cancellation) {
        hook = Thread.ofPlatform().name("interrupt").unstarted(() -> {
            cancellation.cancel();
            awaitRecorded();
        });
    }

    /// Watches until closed; close it when the run is recorded.
    public static Interrupts watch(Cancellation cancellation) {
        var interrupts = new Interrupts(cancellation);
        Runtime.getRuntime().addShutdownHook(interrupts.hook);
        return interrupts;
    }

    private void awaitRecorded() {
        try {
            boolean isRecorded = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!isRecorded) {
                // the run is settled at the next opening, like one that was killed
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending already: the hook has been started and is free now
        }
    }
}
