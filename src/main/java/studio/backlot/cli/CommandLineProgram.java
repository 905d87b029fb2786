package studio.backlot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
        this.commandLine =
                commandLine
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpAutoWidth(true)
                        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                        .setParameterExceptionHandler(this::wrongUse)
                        .setExecutionExceptionHandler(
                                (failure, command, parsed) -> failed(failure));
    }

    /// `backlot` with the commands that these words can mean: the one they begin with, or all of
    /// them. Describing a command to the parser takes time that every start would pay.
    public static CommandLineProgram whole(
            Studio studio, Benchmarks benchmarks, Console console, List<String> words) {
        var commandLine = new CommandLine(new BacklotCommand(console));
        Map<String, Supplier<Object>> commands = commands(studio, benchmarks, console);
        Optional.ofNullable(commands.get(words.isEmpty() ? "" : words.getFirst()))
                .map(List::of)
                .orElseGet(() -> List.copyOf(commands.values()))
                .forEach(command -> commandLine.addSubcommand(command.get()));
        return new CommandLineProgram(commandLine, console);
    }

    private static Map<String, Supplier<Object>> commands(
            Studio studio, Benchmarks benchmarks, Console console) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("generate", () -> new GenerateCommand(studio, console));
        commands.put("export", () -> new ExportCommand(studio, console));
        commands.put("replay", () -> new ReplayCommand(studio, console));
        commands.put("inspect", () -> new InspectCommand(studio, console));
        commands.put("erase", () -> new EraseCommand(studio, console));
        commands.put("production", () -> production(studio, console));
        commands.put("package", () -> packages(studio, console));
        commands.put("person", () -> person(studio, console));
        commands.put("policy", () -> policy(studio, console));
        commands.put("use-case", () -> useCase(studio, console));
        commands.put("show", () -> show(studio, console));
        commands.put("submit", () -> new SubmitCommand(studio, console));
        commands.put("review", () -> review(studio, console));
        commands.put("consent", () -> consent(studio, console));
        commands.put("override", () -> override(studio, console));
        commands.put("ledger", () -> ledger(studio, console));
        commands.put("verify-receipt", () -> new VerifyReceiptCommand(console));
        commands.put("packs", () -> packs(studio, console));
        commands.put("vectors", () -> new VectorsCommand(studio, console));
        commands.put("bench", () -> new BenchCommand(benchmarks, console));
        return commands;
    }

    /// `backlot-verify`: nothing but the verifier.
    public static CommandLineProgram verifierOnly(
            VerifyLedger verifier, List<Path> modelRoots, Console console) {
        var commandLine = new CommandLine(new LedgerVerifyCommand(verifier, modelRoots, console));
        return new CommandLineProgram(commandLine.setCommandName("backlot-verify"), console);
    }

    private static CommandLine production(Studio studio, Console console) {
        return new CommandLine(new ProductionCommand())
                .addSubcommand(new ProductionCommand.New(studio, console))
                .addSubcommand(new ProductionCommand.Facts(studio, console))
                .addSubcommand(new ProductionCommand.Check(studio, console));
    }

    private static CommandLine packages(Studio studio, Console console) {
        return new CommandLine(new PackageCommand())
                .addSubcommand(new PackageExportCommand(studio, console))
                .addSubcommand(new PackageImportCommand(studio, console));
    }

    private static CommandLine person(Studio studio, Console console) {
        return new CommandLine(new PersonCommand())
                .addSubcommand(new PersonAddCommand(studio, console))
                .addSubcommand(new PersonListCommand(studio, console))
                .addSubcommand(new PersonEnrolCommand(studio, console))
                .addSubcommand(new PersonRetireCommand(studio, console))
                .addSubcommand(new PersonKeysCommand(studio, console))
                .addSubcommand(new PersonCardCommand(studio, console))
                .addSubcommand(new PersonPassphraseCommand(studio, console));
    }

    private static CommandLine consent(Studio studio, Console console) {
        return new CommandLine(new ConsentCommand())
                .addSubcommand(new ConsentAddCommand(studio, console))
                .addSubcommand(new ConsentListCommand(studio, console))
                .addSubcommand(new ConsentWithdrawCommand(studio, console))
                .addSubcommand(new ConsentHoldingsCommand(studio, console));
    }

    private static CommandLine override(Studio studio, Console console) {
        return new CommandLine(new OverrideCommand())
                .addSubcommand(new OverrideCommand.Add(studio, console))
                .addSubcommand(new OverrideCommand.Listing(studio, console));
    }

    private static CommandLine policy(Studio studio, Console console) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand(new PolicyCommand.Show(studio, console))
                .addSubcommand(new PolicyCommand.Check(studio, console))
                .addSubcommand(new PolicyCommand.Change(studio, console));
    }

    private static CommandLine useCase(Studio studio, Console console) {
        return new CommandLine(new UseCaseCommand())
                .addSubcommand(new UseCaseAddCommand(studio, console))
                .addSubcommand(new UseCaseAnswerCommand(studio, console))
                .addSubcommand(new UseCaseDecideCommand(studio, console))
                .addSubcommand(new UseCaseListCommand(studio, console));
    }

    private static CommandLine show(Studio studio, Console console) {
        return new CommandLine(new ShowCommand())
                .addSubcommand(new ShowAddCommand(studio, console))
                .addSubcommand(new ShowListCommand(studio, console))
                .addSubcommand(new ShowAssignCommand(studio, console))
                .addSubcommand(new ShowRemoveCommand(studio, console));
    }

    private static CommandLine review(Studio studio, Console console) {
        return new CommandLine(new ReviewCommand())
                .addSubcommand(new ReviewListCommand(studio, console))
                .addSubcommand(new ReviewDecideCommand(studio, console));
    }

    private static CommandLine ledger(Studio studio, Console console) {
        return new CommandLine(new LedgerCommand())
                .addSubcommand(new LedgerListCommand(studio, console))
                .addSubcommand(new LedgerShowCommand(studio, console))
                .addSubcommand(
                        new LedgerVerifyCommand(studio.verifier(), studio.packRoots(), console))
                .addSubcommand(new LedgerCheckpointCommand(studio, console))
                .addSubcommand(new LedgerProveCommand(studio, console));
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
        console.message(
                failure.getMessage()
                        + " (see '"
                        + failure.getCommandLine().getCommandSpec().qualifiedName()
                        + " --help')");
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
            case RuntimeException words
                    when words.getClass().getName().startsWith("studio.backlot.") -> {
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
