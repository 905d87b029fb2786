package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.workflow.KeepFile;
import studio.backlot.workflow.ListHoldings;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `consent holdings`: everything that the production holds about one person.
@Command(
        name = "holdings",
        description =
                "Says what the production holds about a person: consents, texts, runs, files.")
final class ConsentHoldingsCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "NAME|ID",
            description = "the person's name, or a consent of theirs")
    private String what = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "writes the whole answer as one JSON document, to hand to the person")
    private @Nullable Path out;

    ConsentHoldingsCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production = studio.productions().openForReading(folder)) {
            JsonObject held =
                    new ListHoldings(production).run(what, studio.context().clock().instant());
            List<String> lines = new ArrayList<>(lines(held));
            if (out != null) {
                KeepFile.write(out, CanonicalJson.bytes(held));
                lines.add("all of it is in " + out);
            }
            common.print(console, held, lines);
        }
        return ExitCode.DONE;
    }

    private static List<String> lines(JsonObject held) {
        JsonObject work = held.object("work").orElse(JsonObject.EMPTY);
        List<String> lines = new ArrayList<>();
        lines.add(
                count(held, "consents")
                        + " consents, "
                        + count(held, "texts")
                        + " texts, "
                        + count(work, "runs")
                        + " runs, "
                        + count(work, "assets")
                        + " files, "
                        + count(work, "exports")
                        + " exports, "
                        + count(work, "packages")
                        + " packages");
        held.array("texts")
                .orElse(List.of())
                .forEach(one -> {
                    if (one instanceof JsonObject text) {
                        lines.add(
                                "record "
                                        + text.number("record").orElseThrow().literal()
                                        + "  "
                                        + text.text("kind").orElse("")
                                        + "  "
                                        + text.text("text").orElse(""));
                    }
                });
        long sealed = held.number("notReadable").orElseThrow().asLong();
        if (sealed > 0) {
            lines.add(
                    sealed
                            + " texts could not be searched: their keys are not on this machine, or they are damaged");
        }
        return lines;
    }

    private static int count(JsonObject json, String array) {
        return json.array(array).map(List::size).orElse(0);
    }
}
