package studio.backlot.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import studio.backlot.workflow.QueuedPlate;

/// A process that works on a queue until it is killed: prints `open`, then a line for each change.
public final class QueueChild {
    /// What a step takes at least, so that there is something to kill.
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private QueueChild() {}

    /// Argument: the folder of a [QueueDesk].
    public static void main(String[] arguments) throws IOException {
        try (var desk = new QueueDesk(Path.of(arguments[0]), QueueDesk.Pace.ALL)) {
            say("open");
            var _ = desk.queue().listen(new Lines());
            while (true) {
                LockSupport.park();
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static final class Lines implements studio.backlot.workflow.PlateQueue.Listener {
        @Override
        public void changed(QueuedPlate plate) {
            say(plate.state() + " " + plate.step());
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
