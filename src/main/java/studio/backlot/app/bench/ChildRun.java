package studio.backlot.app.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One whole process, measured from outside: wall time and, on Linux, the peak of its resident
/// memory.
record ChildRun(double seconds, long peakResidentKilobytes, int exitCode) {
    private static final int POLL_MILLIS = 5;

    /// Runs the command to its end; its output is thrown away.
    static ChildRun of(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD);
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        while (!process.waitFor(POLL_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKilobytes(status));
        }
        return new ChildRun((System.nanoTime() - start) / 1e9, peak, process.exitValue());
    }

    /// Runs the command and answers its wall seconds; a failing command is an error, not a
    /// measurement.
    static double seconds(List<String> command) throws IOException, InterruptedException {
        ChildRun run = of(command, Map.of());
        if (run.exitCode() != 0) {
            throw new IllegalStateException(
                    "the command ended with " + run.exitCode() + ": " + String.join(" ", command));
        }
        return run.seconds();
    }

    private static long peakKilobytes(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // the process has just ended, or this system has no such file
            return 0;
        }
        return 0;
    }
}
