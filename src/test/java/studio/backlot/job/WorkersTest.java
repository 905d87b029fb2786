package studio.backlot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final BlockingQueue<String> uncaught = new LinkedBlockingQueue<>();

    @Test
    void inferenceRunsOneTaskAfterAnotherOnItsOwnThread() throws Exception {
        List<String> seen = new ArrayList<>();
        try (Workers workers = workers(2)) {
            Future<?> last = workers.inference().submit(() -> {});
            for (int i = 0; i < 5; i++) {
                int number = i;
                last =
                        workers.inference()
                                .submit(() ->
                                        seen.add(
                                                Thread.currentThread().getName()
                                                        + " "
                                                        + number
                                                        + " "
                                                        + Thread.currentThread().isDaemon()));
            }
            last.get();
        }

        assertThat(seen)
                .containsExactly(
                        "inference 0 true",
                        "inference 1 true",
                        "inference 2 true",
                        "inference 3 true",
                        "inference 4 true");
    }

    @Test
    void theIoPoolWorksInParallelWithinItsBound() throws Exception {
        Set<String> names = ConcurrentHashMap.newKeySet();
        var bothAtWork = new CountDownLatch(2);
        try (Workers workers = workers(2)) {
            List<Future<?>> tasks = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                tasks.add(
                        workers.io()
                                .submit(() -> {
                                    names.add(Thread.currentThread().getName());
                                    bothAtWork.countDown();
                                    bothAtWork.await();
                                    return true;
                                }));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        }

        assertThat(names).containsExactlyInAnyOrder("io-1", "io-2");
    }

    @Test
    void whatATaskThrowsReachesTheUncaughtHandlerAndTheNextTaskRuns() throws Exception {
        try (Workers workers = workers(1)) {
            workers.inference()
                    .execute(() -> {
                        throw new IllegalStateException("lost");
                    });
            assertThat(uncaught.take()).isEqualTo("inference: lost");
            assertThat(workers.inference().submit(() -> "next").get()).isEqualTo("next");
        }
    }

    @Test
    void closingWaitsForWhatWasGivenAndTakesNoMore() {
        List<String> done = new ArrayList<>();
        Workers workers = workers(1);
        workers.inference().execute(() -> done.add("first"));
        workers.inference().execute(() -> done.add("second"));

        workers.close();

        assertThat(done).containsExactly("first", "second");
        assertThatThrownBy(() -> workers.io().execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    private Workers workers(int ioThreads) {
        return new Workers(
                ioThreads,
                (thread, problem) -> uncaught.add(thread.getName() + ": " + problem.getMessage()));
    }
}
