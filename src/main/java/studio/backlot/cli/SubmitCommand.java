package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.OpenQuestion;
import studio.backlot.workflow.QuestionsOpen;
import studio.backlot.workflow.Studio;
import studio.backlot.workflow.SubmitWork;

/// `submit`: hands plates in, to whom, for which use, with the open questions answered once.
@Command(
        name = "submit",
        description = "Hands plates in for review; until then they are their maker's alone.")
final class SubmitCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "INDEX|ASSET",
            description = "the plates' records, or their hashes (8 digits or more)")
    private List<String> assets = new ArrayList<>();

    @Option(
            names = "--to",
            required = true,
            split = ",",
            paramLabel = "NAME",
            description = "to whom, by name as credited")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--use",
            required = true,
            paramLabel = "USE",
            description = "idea, temp or final")
    private String use = "";

    @Option(
            names = "--slot",
            paramLabel = "PATH",
            description = "for which slot (default: the one each is assigned to)")
    private @Nullable String slot;

    @Option(
            names = "--answer",
            paramLabel = "RULE=TEXT",
            description = "the answer to an open question; once for each")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(
            names = "--answers-for",
            paramLabel = "PATH|ID",
            description =
                    "the part of the show, or the use case, that the answers hold for (default: these plates)")
    private @Nullable String answersFor;

    @Option(names = "--note", paramLabel = "T", description = "a word to those who review it")
    private @Nullable String note;

    SubmitCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        UseLabel label = UseWords.use(use);
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            var order =
                    new SubmitWork.SubmitOrder(
                            assets,
                            new LinkedHashSet<>(to),
                            label,
                            Optional.ofNullable(slot),
                            answers,
                            Optional.ofNullable(answersFor),
                            Optional.ofNullable(note),
                            PersonOptions.everyday(production.person(), Role.ARTIST));
            Submission submission =
                    new SubmitWork(
                                    production,
                                    studio.context().ids(),
                                    studio.context().faceFinder())
                            .run(order);
            common.print(console, json(submission), lines(submission));
        } catch (QuestionsOpen open) {
            if (common.isJson()) {
                console.result(json(open));
            }
            throw open;
        }
        return ExitCode.DONE;
    }

    private static JsonObject json(QuestionsOpen open) {
        return new JsonBuilder()
                .put("open", open.questions().stream().map(SubmitCommand::json).toList())
                .build();
    }

    private static JsonObject json(OpenQuestion question) {
        return new JsonBuilder()
                .put("asset", question.asset().hex())
                .put("rule", question.rule())
                .put("question", question.explanation())
                .build();
    }

    private static JsonObject json(Submission submission) {
        return new JsonBuilder()
                .put("submission", submission.id().toString())
                .put("record", submission.recorded().index())
                .put("use", submission.use().wireName())
                .put("to", submission.to().stream().sorted().map(JsonString::new).toList())
                .put("assets", submission.items().stream().map(SubmitCommand::json).toList())
                .build();
    }

    private static JsonObject json(Submission.Item item) {
        return new JsonBuilder()
                .put("asset", item.asset().hex())
                .put("version", item.version())
                .put("outcome", item.outcome())
                .build();
    }

    private static List<String> lines(Submission submission) {
        return submission.items().stream()
                .map(item ->
                        String.format(
                                Locale.ROOT,
                                "%s  v%03d  handed in for %s to %s, record %d",
                                item.asset().hex().substring(0, 16),
                                item.version(),
                                submission.use().wireName(),
                                String.join(", ", submission.to().stream().sorted().toList()),
                                submission.recorded().index()))
                .toList();
    }
}
