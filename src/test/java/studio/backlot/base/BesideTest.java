package studio.backlot.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BesideTest {
    @Test
    void workThatNoThreadHasBegunIsDoneByTheOneThatAsks() {
        Queue<Runnable> busy = new ArrayDeque<>();
        Beside<String> beside = Beside.start(busy::add, () -> Thread.currentThread().getName());

        assertThat(beside.result()).isEqualTo(Thread.currentThread().getName());
        busy.remove().run();
        assertThat(beside.result()).isEqualTo(Thread.currentThread().getName());
    }
}
