package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
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
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.Verdict;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.workflow.KnownTexts;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ReviewWork;
import studio.backlot.workflow.ReviewWork.Reviewed;
import studio.backlot.workflow.SealedDrafts;
import studio.backlot.workflow.Studio;

/// `review list`: what waits for a decision; of drafts that are not handed in, only how many.
@Command(
        name = "list",
        description = "Lists what waits for a decision, and counts the drafts of others.")
final class ReviewListCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private ViewerOptions viewer = new ViewerOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Option(names = "--all", description = "Lists what is decided as well.")
    private boolean isAll;

    ReviewListCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production = studio.productions().openForReading(folder)) {
            var texts = new KnownTexts(production);
            List<Reviewed> listed =
                    new ReviewWork(production)
                            .all().stream()
                                    .filter(one ->
                                            isAll
                                                    || one.clearance().state()
                                                            == ReviewState.IN_REVIEW)
                                    .toList();
            long drafts = new SealedDrafts(production, viewer.orAccount(studio)).count();
            var json =
                    new JsonBuilder()
                            .put(
                                    "works",
                                    listed.stream()
                                            .map(one -> json(production, texts, one))
                                            .toList())
                            .put("draftsOfOthers", drafts)
                            .build();
            List<String> lines = new ArrayList<>();
            listed.forEach(one -> lines.addAll(lines(production, texts, one)));
            lines.add(
                    (listed.isEmpty() ? "Nothing waits for a decision. " : "")
                            + (drafts == 1
                                    ? "1 draft is with its maker."
                                    : drafts + " drafts are with their makers."));
            common.print(console, json, lines);
        }
        return ExitCode.DONE;
    }

    private static JsonObject json(OpenProduction production, KnownTexts texts, Reviewed one) {
        Submission submission = one.submission();
        Optional<Verdict> verdict = one.clearance().verdict();
        return new JsonBuilder()
                .put("asset", one.item().asset().hex())
                .put("version", one.item().version())
                .put("use", submission.use().wireName())
                .put("slot", slot(production, one))
                .put("by", submission.recorded().by().name())
                .put("to", submission.to().stream().sorted().map(JsonString::new).toList())
                .put("submission", submission.id().toString())
                .put("state", one.clearance().state().wireName())
                .put("changedSinceApproved", one.clearance().isChangedSinceApproved())
                .put("selfApproved", verdict.filter(Verdict::isSelfApproved).isPresent())
                .put("decidedBy", verdict.map(v -> v.recorded().by().name()))
                .put("reason", verdict.flatMap(Verdict::reason).map(r -> words(texts, r)))
                .put("note", submission.note().map(note -> words(texts, note)))
                .put(
                        "answers",
                        submission.answers().stream().map(answer -> json(texts, answer)).toList())
                .build();
    }

    private static JsonObject json(KnownTexts texts, Submission.Answered answer) {
        return new JsonBuilder()
                .put("rule", answer.rule())
                .put("words", words(texts, answer.words()))
                .build();
    }

    private static List<String> lines(OpenProduction production, KnownTexts texts, Reviewed one) {
        Submission submission = one.submission();
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s  v%03d  %-5s  %s  by %s for %s: %s",
                        one.item().asset().hex().substring(0, 16),
                        one.item().version(),
                        submission.use().wireName(),
                        slot(production, one).orElse("no slot"),
                        submission.recorded().by().name(),
                        String.join(", ", submission.to().stream().sorted().toList()),
                        one.clearance().words()));
        submission.note().ifPresent(note -> lines.add("    note: " + words(texts, note)));
        submission
                .answers()
                .forEach(answer ->
                        lines.add("    " + answer.rule() + ": " + words(texts, answer.words())));
        one.clearance()
                .verdict()
                .ifPresent(verdict ->
                        lines.add(
                                "    "
                                        + verdict.decision().words()
                                        + " by "
                                        + verdict.recorded().by().name()
                                        + verdict.reason()
                                                .map(r -> ": " + words(texts, r))
                                                .orElse("")));
        return lines;
    }

    private static Optional<String> slot(OpenProduction production, Reviewed one) {
        return one.item()
                .slot()
                .map(production.register().showTree()::words)
                .filter(words -> !words.isEmpty());
    }

    private static String words(KnownTexts texts, PayloadReference reference) {
        return switch (texts.open(reference)) {
            case PayloadContent.Open open -> open.text();
            case PayloadContent.Locked locked -> "(its key is not on this machine)";
            case PayloadContent.Absent absent -> "(erased, or not shown by the package)";
            case PayloadContent.Damaged damaged -> "(damaged: " + damaged.explanation() + ")";
        };
    }
}
