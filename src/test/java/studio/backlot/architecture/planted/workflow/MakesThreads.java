package studio.backlot.architecture.planted.workflow;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Guilty: every way to a thread that is not a job's.
public final class MakesThreads {
    private MakesThreads() {}

    public static Thread byHand() {
        return new Thread(() -> {});
    }

    public static Thread virtual() {
        return Thread.ofVirtual().unstarted(() -> {});
    }

    public static ExecutorService pool() {
        return Executors.newFixedThreadPool(2);
    }

    public static CompletableFuture<Integer> borrowed() {
        return CompletableFuture.supplyAsync(() -> 1);
    }

    public static long parallelCollection() {
        return List.of(1).parallelStream().count();
    }

    public static long parallelStream() {
        return IntStream.of(1).parallel().count();
    }
}
