package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.base.PythonJson;
import studio.backlot.cli.vectors.VectorCase;
import studio.backlot.cli.vectors.VectorKind;
import studio.backlot.cli.vectors.VectorKinds;
import studio.backlot.workflow.GeneratorSource;
import studio.backlot.workflow.Studio;

/// `vectors`: computes values of one kind for each case of a file, in the file's order.
@Command(
        name = "vectors",
        description =
                "Computes values for comparison with other programs; prints one JSON document.")
final class VectorsCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Spec private @Nullable CommandSpec spec;

    /// The parser itself shows the help.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    void help(boolean isAsked) {}

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "schedulers, randn, clip-tokens, tokens or pipelines")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the cases: {\"cases\": [...]}")
    private Path file = Path.of("");

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "one pack, or the folder that holds the packs the cases name")
    private @Nullable Path models;

    /// The output is JSON in any case; the option is there because every other command has it.
    @Option(names = "--json", description = "The output is JSON in any case.")
    void json(boolean isAsked) {}

    VectorsCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!VectorKinds.NAMES.contains(kind) && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no kind \""
                            + kind
                            + "\"; choose one of "
                            + String.join(", ", VectorKinds.NAMES));
        }
        List<JsonValue> cases = cases();
        try (GeneratorSource generators = studio.generators()) {
            VectorKind computed =
                    VectorKinds.of(
                            kind, studio.catalog(), Optional.ofNullable(models), generators, file);
            List<JsonObject> outputs = new ArrayList<>();
            boolean isWhole = true;
            for (JsonValue one : cases) {
                JsonObject output = compute(computed, one, outputs.size());
                isWhole &= output.get("error").isEmpty();
                outputs.add(output);
            }
            console.result(new JsonBuilder().put("cases", outputs).build());
            return isWhole ? ExitCode.DONE : ExitCode.FINDINGS;
        }
    }

    private List<JsonValue> cases() {
        return PythonJson.parseObject(UserFiles.read(file))
                .array("cases")
                .orElseThrow(() -> new MalformedJson(file + " has no list \"cases\""));
    }

    /// A case that cannot be computed says why; the others go on.
    private JsonObject compute(VectorKind computed, JsonValue one, int number) {
        try {
            if (!(one instanceof JsonObject members)) {
                throw new MalformedJson("a case is a JSON object");
            }
            return computed.compute(new VectorCase(members, number));
        } catch (RuntimeException e) {
            console.message("case " + number + ": " + e.getMessage());
            return new JsonBuilder().put("error", String.valueOf(e.getMessage())).build();
        }
    }
}
