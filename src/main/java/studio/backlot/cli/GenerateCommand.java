package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.catalog.ModelPack;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.UseLabel;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.ExportPlate;
import studio.backlot.workflow.GeneratePlate;
import studio.backlot.workflow.GeneratorSource;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateOrder;
import studio.backlot.workflow.RunGates;
import studio.backlot.workflow.Studio;

/// `generate`: makes plates, records them, and writes them to files.
@Command(
        name = "generate",
        description = "Makes a background plate, records it and writes it to a file.")
final class GenerateCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PlateOptions plate = new PlateOptions();

    @Option(
            names = "--production",
            paramLabel = "DIR",
            description = "where it is recorded (default: made beside the file)")
    private @Nullable Path folder;

    @Mixin private PersonOptions who = new PersonOptions();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many takes (default: ${DEFAULT-VALUE})")
    private int count = 1;

    @Option(
            names = "--use",
            paramLabel = "USE",
            defaultValue = "idea",
            description =
                    "idea, temp or final (default: ${DEFAULT-VALUE}); final counts as temp until cleared")
    private String use = "idea";

    @Option(
            names = "--use-case",
            paramLabel = "ID",
            description = "the use case it belongs to (default: the one of the whole show)")
    private @Nullable String useCase;

    @Option(
            names = "--likeness",
            paramLabel = "CONSENT",
            description = "the consent of a person who is recognisable in it; may be repeated")
    private List<String> likenesses = List.of();

    @Option(
            names = "--with-prompt",
            description = "Puts the prompt into the file, where the policy allows it.")
    private boolean isWithPrompt;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the PNG to write")
    private Path out = Path.of("");

    GenerateCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (count < 1 || count > 1_000) {
            throw new WrongUse("--count is 1 to 1000, not " + count);
        }
        UseLabel label = UseWords.use(use);
        ModelPack pack = plate.pack(studio.catalog());
        long seed = plate.seed().orElseGet(() -> studio.seeds().getAsLong());
        PlateRequest request = plate.request(seed);
        OwnPerson person = who.person(studio);
        Path place = Optional.ofNullable(folder).orElseGet(this::besideTheFile);
        var cancellation = new Cancellation();
        List<JsonObject> made = new ArrayList<>();
        try (var _ = studio.onInterrupt(cancellation);
                OpenProduction production = open(place, person);
                GeneratorSource generators = studio.generators()) {
            requirePossible(production, label);
            Signatory by = PersonOptions.everyday(production.person(), Role.ARTIST);
            for (int take = 0; take < count; take++) {
                var order =
                        new PlateOrder(
                                request.withSeed(seed + take),
                                pack,
                                plate.seed().isEmpty(),
                                label,
                                Optional.ofNullable(useCase).map(UseCaseCommand::id),
                                likenesses.stream().map(ConsentCommand::id).toList(),
                                by);
                made.add(make(production, order, generators, cancellation, file(take)));
            }
            report(production, made);
        }
        return ExitCode.DONE;
    }

    /// Before any model is loaded: what stands in the way of writing the files.
    private void requirePossible(OpenProduction production, UseLabel label) {
        for (int take = 0; take < count; take++) {
            new ExportPlate(production).requirePossible(exported(label), isWithPrompt, file(take));
        }
    }

    /// A wish for final counts as temp until it is cleared.
    private static UseLabel exported(UseLabel wished) {
        return wished == UseLabel.FINAL ? UseLabel.TEMP : wished;
    }

    private JsonObject make(
            OpenProduction production,
            PlateOrder order,
            GeneratorSource generators,
            Cancellation cancellation,
            Path file) {
        LedgerEntry outcome =
                new GeneratePlate(production, studio.context())
                        .run(order, generators, console.progress(), cancellation);
        LedgerEntry export =
                new ExportPlate(production)
                        .run(
                                new ExportPlate.ExportOrder(
                                        outcome,
                                        exported(order.use()),
                                        isWithPrompt,
                                        true,
                                        file,
                                        order.by()));
        JsonObject output = outcome.assertions().object("output").orElse(JsonObject.EMPTY);
        JsonObject rectangle =
                export.assertions()
                        .object("export")
                        .flatMap(e -> e.object("rectangle"))
                        .orElse(JsonObject.EMPTY);
        return new JsonBuilder()
                .put("file", file.toString())
                .put("record", outcome.index())
                .put("asset", output.text("asset"))
                .put("pixels", output.text("pixels"))
                .put("exportRecord", export.index())
                .put("fileHash", export.assertions().object("written").flatMap(w -> w.text("file")))
                .wide("seed", order.request().seed())
                .put("width", rectangle.number("width").orElseThrow().asLong())
                .put("height", rectangle.number("height").orElseThrow().asLong())
                .put("questions", questions(production, outcome))
                .build();
    }

    /// What the rules left open before the run.
    private static List<JsonObject> questions(OpenProduction production, LedgerEntry outcome) {
        return RunGates.questions(production, outcome).stream()
                .map(question ->
                        new JsonBuilder()
                                .put("rule", question.rule())
                                .put("explanation", question.explanation())
                                .build())
                .toList();
    }

    private OpenProduction open(Path place, OwnPerson person) {
        if (studio.productions().isProduction(place)) {
            return studio.productions().openForWriting(place, person);
        }
        String name = String.valueOf(place.toAbsolutePath().normalize().getFileName());
        return studio.productions()
                .create(
                        place,
                        new NewProduction(name, PolicyPreset.SOLO, person, Optional.empty()));
    }

    /// `plate.png` is recorded in `plate.production`.
    private Path besideTheFile() {
        return out.toAbsolutePath().resolveSibling(stem() + ".production");
    }

    private String stem() {
        String name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// The file of a take: the one asked for, or numbered ones when there are several.
    private Path file(int take) {
        if (count == 1) {
            return out;
        }
        String name = String.valueOf(out.getFileName());
        String ending = name.substring(stem().length());
        return out.resolveSibling(stem() + String.format(Locale.ROOT, "-%03d", take + 1) + ending);
    }

    private void report(OpenProduction production, List<JsonObject> made) {
        var json =
                new JsonBuilder()
                        .put("production", production.layout().root().toString())
                        .put("plates", made)
                        .build();
        List<String> lines = new ArrayList<>();
        for (JsonObject one : made) {
            lines.add(
                    one.text("file").orElse("")
                            + "  "
                            + one.number("width").orElseThrow().literal()
                            + "x"
                            + one.number("height").orElseThrow().literal()
                            + "  seed "
                            + one.text("seed").orElse("")
                            + "  record "
                            + one.number("record").orElseThrow().literal());
            for (JsonValue question : one.array("questions").orElse(List.of())) {
                lines.add("  open question: " + question(question));
            }
        }
        lines.add("recorded in " + production.layout().root());
        common.print(console, json, lines);
    }

    private static String question(JsonValue question) {
        return question instanceof JsonObject one
                ? one.text("explanation").orElse("") + " (" + one.text("rule").orElse("") + ")"
                : "";
    }
}
