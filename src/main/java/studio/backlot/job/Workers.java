package studio.backlot.job;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The program's worker threads: one for local inference, one for what a person does to the open
/// production, a few for files and hashing. Nobody else makes executors.
///
/// All threads are daemons with names; what a task of `execute` throws goes to the uncaught
/// handler, what a task of `submit` throws to whoever asks its future. Users of an executor never
/// shut it down; closing this does.
public final class Workers implements AutoCloseable {
    private static final long IDLE_SECONDS = 30;

    private final ExecutorService inference;
    private final ExecutorService io;
    private final ExecutorService desk;

    /// `ioThreads` is the most threads of the io pool, at least 1.
    public Workers(int ioThreads, Thread.UncaughtExceptionHandler uncaught) {
        inference = pool(1, named("inference", uncaught));
        desk = pool(1, named("desk", uncaught));
        var number = new AtomicInteger();
        io =
                pool(
                        ioThreads,
                        task -> named("io-" + number.incrementAndGet(), uncaught).newThread(task));
    }

    private static ExecutorService pool(int threads, ThreadFactory factory) {
        var pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String name, Thread.UncaughtExceptionHandler uncaught) {
        return task ->
                Thread.ofPlatform()
                        .name(name)
                        .daemon(true)
                        .uncaughtExceptionHandler(uncaught)
                        .unstarted(task);
    }

    /// Runs one task after another on the thread named `inference`, images and text alike: the
    /// runtime uses all cores for each.
    public ExecutorService inference() {
        return inference;
    }

    /// Runs one piece of work on the open production after another on the thread named `desk`.
    public ExecutorService desk() {
        return desk;
    }

    /// Runs thumbnails, PNG and hashing on threads named `io-1`, `io-2`, …
    public ExecutorService io() {
        return io;
    }

    /// Takes no more tasks and waits until those given are done; cancel a run first to wait no
    /// longer than a step.
    @Override
    public void close() {
        desk.shutdown();
        inference.shutdown();
        io.shutdown();
        desk.close();
        inference.close();
        io.close();
    }
}
