package studio.backlot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import studio.backlot.base.Cancelled;
import studio.backlot.workflow.Studio;
import studio.backlot.workflow.VerifyLedger;

/// The whole command line: its commands, and how their failures become messages and exit codes.
public final class CommandLineProgram {
    private final Console console;
    private final CommandLine commandLine;

    private CommandLineProgram(CommandLine commandLine, Console console) {
        this.console = console;
        this.commandLine = commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler(this::wrongUse)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    }

    /// `backlot` with all its commands.
    public static CommandLineProgram whole(Studio studio, Benchmarks benchmarks, Console console) {
        var commandLine = new CommandLine(new BacklotCommand(console))
                .addSubcommand(new GenerateCommand(studio, console))
                .addSubcommand(new ExportCommand(studio, console))
                .addSubcommand(new ReplayCommand(studio, console))
                .addSubcommand(new InspectCommand(studio, console))
                .addSubcommand(new EraseCommand(studio, console))
                .addSubcommand(production(studio, console))
                .addSubcommand(ledger(studio, console))
                .addSubcommand(new VerifyReceiptCommand(console))
                .addSubcommand(packs(studio, console))
                .addSubcommand(new VectorsCommand(studio, console))
                .addSubcommand(new BenchCommand(benchmarks, console));
        return new CommandLineProgram(commandLine, console);
    }

    /// `backlot-verify`: nothing but the verifier.
    public static CommandLineProgram verifierOnly(VerifyLedger verifier, List<Path> modelRoots, Console console) {
        var commandLine = new CommandLine(new LedgerVerifyCommand(verifier, modelRoots, console));
        return new CommandLineProgram(commandLine.setCommandName("backlot-verify"), console);
    }

    private static CommandLine production(Studio studio, Console console) {
        return new CommandLine(new ProductionCommand())
                .addSubcommand(new ProductionCommand.New(studio, console))
                .addSubcommand(new ProductionCommand.Facts(studio, console))
                .addSubcommand(new ProductionCommand.Check(studio, console));
    }

    private static CommandLine ledger(Studio studio, Console console) {
        return new CommandLine(new LedgerCommand())
                .addSubcommand(new LedgerListCommand(studio, console))
                .addSubcommand(new LedgerShowCommand(studio, console))
                .addSubcommand(new LedgerVerifyCommand(studio.verifier(), studio.packRoots(), console))
                .addSubcommand(new LedgerCheckpointCommand(studio, console));
    }

    private static CommandLine packs(Studio studio, Console console) {
        return new CommandLine(new PacksCommand())
                .addSubcommand(new PacksCommand.Listing(studio, console))
                .addSubcommand(new PacksCommand.Check(studio, console))
                .addSubcommand(new PacksCommand.Remove(studio, console));
    }

    /// Runs one command and returns the exit code; see [ExitCode].
    public int run(PrintWriter out, PrintWriter err, String... words) {
        return commandLine.setOut(out).setErr(err).execute(words);
    }

    private int wrongUse(CommandLine.ParameterException failure, String[] words) {
        console.message(failure.getMessage() + " (see '"
                + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help')");
        return ExitCode.WRONG_USE;
    }

    private int failed(Exception failure) {
        return switch (failure) {
            case WrongUse wrong -> {
                console.message(String.valueOf(wrong.getMessage()));
                yield ExitCode.WRONG_USE;
            }
            case Cancelled cancelled -> {
                console.message("stopped; the run is recorded as cancelled");
                yield ExitCode.FINDINGS;
            }
            case IllegalArgumentException wrong when isOurs(wrong) -> {
                console.message(String.valueOf(wrong.getMessage()));
                yield ExitCode.WRONG_USE;
            }
            case RuntimeException words when words.getClass().getName().startsWith("studio.backlot.") -> {
                console.message(String.valueOf(words.getMessage()));
                yield ExitCode.FINDINGS;
            }
            default -> {
                console.unexpected(code(failure), failure);
                yield ExitCode.FINDINGS;
            }
        };
    }

    /// A record that refuses its values throws from its own constructor.
    private static boolean isOurs(Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("studio.backlot.");
    }

    /// A short code that stays the same for the same fault in the same place, to quote in a report.
    private static String code(Exception failure) {
        var crc = new CRC32();
        crc.update(failure.getClass().getName().getBytes(UTF_8));
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().startsWith("studio.backlot.")) {
                crc.update(element.toString().getBytes(UTF_8));
            }
        }
        return String.format(Locale.ROOT, "BL-%08X", crc.getValue());
    }
}
