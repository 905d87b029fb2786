package studio.backlot.architecture.planted.job;

/// Innocent: jobs have threads.
public final class JobQueue {
    private JobQueue() {}

    public static Thread worker(Runnable work) {
        return new Thread(work);
    }
}
