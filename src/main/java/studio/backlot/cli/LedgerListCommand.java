package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.SealedDrafts;
import studio.backlot.workflow.Studio;

/// `ledger list`: one line for each record, in pages.
@Command(name = "list", description = "Lists the records, one line each.")
final class LedgerListCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private ViewerOptions viewer = new ViewerOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "INDEX",
            defaultValue = "0",
            description = "the first record (default: 0)")
    private long from;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "at most so many (default: 1000)")
    private int limit = 1_000;

    LedgerListCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (from < 0 || limit < 1) {
            throw new WrongUse("--from counts from 0 and --limit from 1");
        }
        try (OpenProduction production = studio.productions().openForReading(folder)) {
            long size = production.ledger().head().checkpoint().size();
            List<LedgerEntry> entries = production.ledger().entries(from, limit);
            Optional<SealedDrafts> sealed =
                    viewer.named(studio).map(person -> new SealedDrafts(production, person));
            List<LedgerEntry> seen =
                    entries.stream()
                            .filter(entry ->
                                    sealed.filter(drafts -> drafts.isSealed(entry)).isEmpty())
                            .toList();
            var json =
                    new JsonBuilder()
                            .put("size", size)
                            .put("entries", seen.stream().map(LedgerListCommand::json).toList());
            sealed.ifPresent(drafts -> json.put("draftsOfOthers", drafts.count()));
            common.print(
                    console, json.build(), seen.stream().map(LedgerListCommand::line).toList());
            sealed.filter(drafts -> !common.isJson() && drafts.count() > 0)
                    .ifPresent(drafts ->
                            console.message(
                                    drafts.count()
                                            + " drafts are with their makers and are not shown"));
            long next = from + entries.size();
            if (next < size && !common.isJson()) {
                console.message((size - next) + " more; go on with --from " + next);
            }
        }
        return ExitCode.DONE;
    }

    private static JsonObject json(LedgerEntry entry) {
        return new JsonBuilder()
                .put("index", entry.index())
                .put("event", entry.event().wireName())
                .put("time", entry.time().toString())
                .put("person", entry.person().name())
                .put("role", entry.person().role().wireName())
                .put("job", entry.job().map(Object::toString))
                .put("status", status(entry))
                .put("asset", asset(entry))
                .build();
    }

    private static String line(LedgerEntry entry) {
        return String.format(
                Locale.ROOT,
                "%6d  %s  %-10s  %-16s  %-16s  %s",
                entry.index(),
                entry.time(),
                entry.event().wireName(),
                status(entry).or(() -> decision(entry)).or(() -> use(entry)).orElse(""),
                asset(entry).map(hash -> hash.substring(0, 16)).orElse(""),
                entry.person().name());
    }

    private static Optional<String> status(LedgerEntry entry) {
        return entry.assertions().object("run").flatMap(run -> run.text("status"));
    }

    private static Optional<String> decision(LedgerEntry entry) {
        return entry.assertions().object("verdict").flatMap(verdict -> verdict.text("decision"));
    }

    private static Optional<String> use(LedgerEntry entry) {
        return entry.assertions().object("submit").flatMap(submit -> submit.text("use"));
    }

    private static Optional<String> asset(LedgerEntry entry) {
        return entry.assertions().object("output").flatMap(output -> output.text("asset"));
    }
}
