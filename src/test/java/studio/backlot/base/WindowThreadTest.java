package studio.backlot.base;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WindowThreadTest {
    private static Boolean on(String name) throws Exception {
        var task =
                new FutureTask<>(() -> {
                    WindowThread.refuse("a database was read");
                    return true;
                });
        Thread.ofPlatform().name(name).start(task);
        return task.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatMayBlockIsRefusedOnTheThreadOfThatNameAlone() {
        assertThatCode(() -> on("inference")).doesNotThrowAnyException();
        assertThatThrownBy(() -> on("JavaFX Application Thread"))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("a database was read on the thread of the window");
    }
}
