package studio.backlot.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `backlot` itself: names its commands.
@Command(
        name = "backlot",
        description =
                "Generates background plates on this machine and keeps a ledger that anyone can verify.",
        footer = {
            "",
            "Exit codes: 0 done or clean; 1 findings, refusal by policy, or failed work; 2 wrong use."
        })
final class BacklotCommand implements Callable<Integer> {
    private final Console console;

    /// The parser itself shows the help.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    void help(boolean isAsked) {}

    BacklotCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.message(
                "there is no display to open the window on; see 'backlot --help' for the commands");
        return ExitCode.FINDINGS;
    }
}
