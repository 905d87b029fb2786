package studio.backlot.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import studio.backlot.cli.CommandLineProgram;
import studio.backlot.cli.CommandWords;
import studio.backlot.cli.Console;
import studio.backlot.cli.ExitCode;

/// The program's entry point: reads the command line, from the arguments or from the one property
/// `backlot.args`. Without a command it opens the window.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var console = Console.of(out, err);
        try {
            List<String> words = words(arguments);
            if (words.equals(List.of("--version"))) {
                console.result("backlot " + Version.current());
                return ExitCode.DONE;
            }
            if (words.isEmpty() || words.equals(List.of("--measure-start"))) {
                return window(console, !words.isEmpty());
            }
            try (var wiring = Wiring.of(System.getenv(), System.getProperties())) {
                wiring.warmUpFor(words);
                return CommandLineProgram.whole(wiring, wiring.benchmarks(), console, words)
                        .run(out, err, words.toArray(String[]::new));
            }
        } catch (IllegalArgumentException e) {
            console.message(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_USE;
        }
    }

    private static int window(Console console, boolean isMeasuring) {
        var folders = Folders.of(System.getenv(), System.getProperties());
        try (var wiring = Wiring.of(System.getenv(), System.getProperties())) {
            return new WindowProgram(wiring, new SettingsFile(folders.settings()), folders.shows())
                    .run(console, isMeasuring);
        }
    }

    private static List<String> words(String[] arguments) {
        return arguments.length > 0
                ? List.of(arguments)
                : CommandWords.split(System.getProperty("backlot.args", ""));
    }
}
