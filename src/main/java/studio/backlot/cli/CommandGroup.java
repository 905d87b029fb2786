package studio.backlot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A word that only leads to commands, such as `ledger`; alone it is wrong use.
abstract class CommandGroup implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    /// The parser itself shows the help.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    void help(boolean isAsked) {}

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name one of: " + String.join(", ", spec.subcommands().keySet()));
        }
    }
}
