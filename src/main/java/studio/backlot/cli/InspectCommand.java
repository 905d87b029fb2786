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
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.credential.FileStatement;
import studio.backlot.workflow.InspectFile;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `inspect`: what a file says about itself, and whether a production knows it.
@Command(
        name = "inspect",
        description = "Says what a file says about itself, and whether a production knows it.")
final class InspectCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "the picture")
    private Path file = Path.of("");

    @Option(names = "--production", paramLabel = "DIR", description = "the production to ask")
    private @Nullable Path folder;

    InspectCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        FileStatement statement = InspectFile.read(UserFiles.read(file));
        var json = json(statement);
        List<String> lines = lines(statement);
        if (folder != null) {
            List<InspectFile.Match> matches = matches(statement, folder);
            json.put("matches", matches.stream().map(InspectCommand::json).toList());
            lines.add(
                    matches.isEmpty()
                            ? "this production does not know the file"
                            : "this production knows it:");
            matches.forEach(match ->
                    lines.add(
                            "  record "
                                    + match.index()
                                    + " ("
                                    + match.event()
                                    + "), by "
                                    + match.by()));
        }
        common.print(console, json.build(), lines);
        return ExitCode.DONE;
    }

    private List<InspectFile.Match> matches(FileStatement statement, Path place) {
        try (OpenProduction production = studio.productions().openForReading(place)) {
            return InspectFile.matches(production, statement);
        }
    }

    private static JsonObject json(InspectFile.Match match) {
        return new JsonBuilder()
                .put("record", match.index())
                .put("event", match.event())
                .put("by", match.by())
                .build();
    }

    private static JsonBuilder json(FileStatement statement) {
        var builder =
                new JsonBuilder()
                        .put("file", statement.file().hex())
                        .put("pixels", statement.pixels().map(ContentHash::hex))
                        .put(
                                "contentCredentials",
                                statement.hasContentCredentials()
                                        ? "present, not checked"
                                        : "none");
        statement
                .parameters()
                .ifPresent(parameters -> builder.put("parameters", parameters.format()));
        statement
                .xmp()
                .ifPresent(xmp ->
                        builder.put(
                                "digitalSourceType",
                                xmp.digitalSourceType().map(Object::toString)));
        statement
                .pointer()
                .ifPresent(pointer -> builder.put("pointer", JsonReader.parse(pointer.format())));
        builder.put(
                "otherPrograms",
                statement.foreignRecords().stream()
                        .map(record ->
                                new JsonString(record.program() + " (" + record.place() + ")"))
                        .toList());
        return builder.put("oddities", statement.oddities().stream().map(JsonString::new).toList());
    }

    private static List<String> lines(FileStatement statement) {
        List<String> lines = new ArrayList<>();
        lines.add("SHA-256      " + statement.file());
        statement.pixels().ifPresent(pixels -> lines.add("pixels       " + pixels));
        if (statement.isSilent()) {
            lines.add("The file says nothing about where it came from.");
        }
        statement
                .xmp()
                .flatMap(xmp -> xmp.digitalSourceType())
                .ifPresent(type -> lines.add("source type  " + type));
        statement
                .parameters()
                .ifPresent(parameters -> lines.add("parameters   " + parameters.format()));
        statement
                .pointer()
                .ifPresent(pointer ->
                        lines.add(
                                "record       "
                                        + pointer.index()
                                        + " of production "
                                        + pointer.production()
                                        + " (says the file; ask the production with --production)"));
        lines.add(
                "Content Credentials: "
                        + (statement.hasContentCredentials() ? "present, not checked" : "none"));
        statement
                .foreignRecords()
                .forEach(record ->
                        lines.add(
                                "also carries a record of "
                                        + record.program()
                                        + " in "
                                        + record.place()));
        statement.oddities().forEach(oddity -> lines.add("note         " + oddity));
        return lines;
    }
}
