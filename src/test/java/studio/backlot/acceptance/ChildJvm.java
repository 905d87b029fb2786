package studio.backlot.acceptance;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A second JVM that runs a main class of the tests on the class path, so that it can be killed.
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts the class with these arguments, in front of it the words of `prefix` (such as
    /// `setpriv …`).
    public static ChildJvm start(
            List<String> prefix, List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts the class with these arguments.
    public static ChildJvm start(Class<?> main, String... arguments) {
        return start(List.of(), List.of(), main, arguments);
    }

    /// The next line that the child printed; empty when it has ended.
    public Optional<String> line() {
        try {
            return Optional.ofNullable(out.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// All lines until the child ends.
    public List<String> lines() {
        return out.lines().toList();
    }

    /// Sends SIGKILL and waits until the child is gone.
    public void kill() {
        // through the handle: destroying the process itself would also close what it has said
        // already
        process.toHandle().destroyForcibly();
        exitCode();
    }

    /// Asks the child to end, with `TERM` as a closing session does or with `INT` as Ctrl+C does;
    /// does not wait.
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The child's process id; also that of the program it runs behind a prefix that replaces
    /// itself, such as `env`.
    public long pid() {
        return process.pid();
    }

    /// Waits for the child's end and returns its exit code.
    public int exitCode() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the child did not end within two minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String classPath() {
        String here = Path.of("target", "test-classes").toAbsolutePath().toString();
        return Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .reduce(here, (a, b) -> a + File.pathSeparator + b);
    }
}
