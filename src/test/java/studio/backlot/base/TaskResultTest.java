package studio.backlot.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TaskResultTest {
    @Test
    void aResultIsHandedOn() {
        assertThat(TaskResult.of(CompletableFuture.completedFuture(7))).isEqualTo(7);
    }

    @Test
    void whatTheTaskThrewIsThrown() {
        var failure = new ArithmeticException("by zero");
        assertThatThrownBy(() -> TaskResult.of(CompletableFuture.failedFuture(failure)))
                .isSameAs(failure);
        var checked = new java.io.IOException("gone");
        assertThatThrownBy(() -> TaskResult.of(CompletableFuture.failedFuture(checked)))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(checked);
    }

    @Test
    void anInterruptedWaitIsCancelledAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> TaskResult.of(new CompletableFuture<>()))
                .isInstanceOf(Cancelled.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
