package studio.backlot.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backlot.acceptance.ChildJvm;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.cli.CommandLineProgram;
import studio.backlot.cli.Console;

/// The program's whole command line with an app folder of its own, run in this process or in a
/// child.
public record Cli(Path appFolder) {
    private static final Path BUNDLED = Path.of("models");

    /// Where a pack goes that a user adds.
    public Path packs() {
        return appFolder.resolve("packs");
    }

    /// Runs one command in this process, as one start of the program: everything is opened anew.
    public Result run(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var outWriter = new PrintWriter(out, true);
        var errWriter = new PrintWriter(err, true);
        var console = new Console(outWriter, errWriter, false);
        try (var wiring = new Wiring(new Folders(appFolder, Optional.of(BUNDLED)))) {
            int exitCode =
                    CommandLineProgram.whole(
                                    wiring, wiring.benchmarks(), console, List.of(texts(words)))
                            .run(outWriter, errWriter, texts(words));
            return new Result(exitCode, out.toString(), err.toString());
        }
    }

    /// Runs `backlot-verify` in this process.
    public Result verifier(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var outWriter = new PrintWriter(out, true);
        var errWriter = new PrintWriter(err, true);
        var console = new Console(outWriter, errWriter, false);
        try (var wiring = new Wiring(new Folders(appFolder, Optional.of(BUNDLED)))) {
            int exitCode =
                    CommandLineProgram.verifierOnly(wiring.verifier(), wiring.packRoots(), console)
                            .run(outWriter, errWriter, texts(words));
            return new Result(exitCode, out.toString(), err.toString());
        }
    }

    /// Runs one command that must end with 0 and print one JSON document and no message.
    public JsonObject json(Object... words) {
        Result result = run(Stream.concat(Stream.of(words), Stream.of("--json")).toArray());
        if (result.exitCode() != 0 || !result.err().isEmpty()) {
            throw new AssertionError(List.of(texts(words)) + " ended with " + result);
        }
        return result.json();
    }

    /// Starts the launcher's main class in a process of its own, behind the words of `prefix` and
    /// with these JVM options. Both of its streams arrive as one.
    public ChildJvm start(List<String> prefix, List<String> options, Object... words) {
        List<String> before = new ArrayList<>(prefix);
        before.addAll(List.of("env", "BACKLOT_APP_FOLDER=" + appFolder));
        List<String> all = new ArrayList<>(options);
        // a library of the tests that the program does not have would speak first
        all.add("-Dslf4j.internal.verbosity=ERROR");
        all.add("-Dbacklot.home=" + Path.of("").toAbsolutePath());
        return ChildJvm.start(before, all, Main.class, texts(words));
    }

    private static String[] texts(Object... words) {
        return Stream.of(words).map(Object::toString).toArray(String[]::new);
    }

    /// How a command ended and what it printed.
    public record Result(int exitCode, String out, String err) {
        /// Standard output as the one JSON document that it must be.
        public JsonObject json() {
            JsonValue document = JsonReader.parse(out);
            if (document instanceof JsonObject object) {
                return object;
            }
            throw new AssertionError("no JSON object: " + out);
        }
    }
}
