package studio.backlot.cli;

import java.util.List;
import picocli.CommandLine.Option;
import studio.backlot.base.JsonValue;

/// What every command takes: `--json` and `--help`.
final class CommonOptions {
    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean isJson;

    /// The parser itself shows the help.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    void help(boolean isAsked) {}

    boolean isJson() {
        return isJson;
    }

    /// Prints a result in the form that was asked for.
    void print(Console console, JsonValue json, List<String> lines) {
        if (isJson) {
            console.result(json);
        } else {
            lines.forEach(console::result);
        }
    }
}
