package studio.backlot.base;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A second Java process that runs one test class's `main`, for tests of kills, limits and several
/// processes.
///
/// `prefix` is put before the `java` command, such as `setpriv --reuid=65534`.
public record ChildJvm(List<String> prefix, Class<?> program, List<String> arguments) {
    /// What a finished child printed (both streams) and how it ended.
    public record Outcome(int exitStatus, String output) {}

    public static ChildJvm of(Class<?> program, Object... arguments) {
        return new ChildJvm(
                List.of(), program, Stream.of(arguments).map(Object::toString).toList());
    }

    /// The same child behind another command.
    public ChildJvm behind(String... command) {
        return new ChildJvm(List.of(command), program, arguments);
    }

    /// Starts it; the caller reads its output and ends it.
    public Process start() throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:-UsePerfData", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /// Runs it to its end.
    public Outcome run() throws IOException, InterruptedException {
        Process process = start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private static String classPath() {
        Path target = Path.of(System.getProperty("basedir", ""), "target");
        Stream<String> ours =
                Stream.of("classes", "test-classes")
                        .map(name -> target.resolve(name).toAbsolutePath().toString());
        Stream<String> theirs =
                Stream.of("jdk.module.path", "java.class.path")
                        .map(name -> System.getProperty(name, ""));
        return Stream.concat(ours, theirs)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
