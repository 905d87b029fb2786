package studio.backlot.production.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import studio.backlot.production.ProductionBusy;
import studio.backlot.production.ProductionLayout;
import studio.backlot.production.Writer;

/// A child process that takes a production's lock and keeps it until its input ends or it is
/// killed.
final class HoldLock {
    private HoldLock() {}

    public static void main(String[] arguments) throws IOException {
        var writer =
                new Writer("Mia", "cutting-room", ProcessHandle.current().pid(), Instant.EPOCH);
        try (var lock =
                ProductionLock.acquire(new ProductionLayout(Path.of(arguments[0])), writer)) {
            System.out.println("held " + lock.getClass().getSimpleName());
            int end = System.in.read();
            System.out.println("ended " + end);
        } catch (ProductionBusy e) {
            System.out.println("busy: " + e.getMessage());
        }
    }
}
