package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelPack;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.FaceCheck;
import studio.backlot.clearance.UseCaseAct;
import studio.backlot.diffusion.GeneratedPlate;
import studio.backlot.diffusion.PlateGenerator;
import studio.backlot.diffusion.RunWatch;
import studio.backlot.diffusion.StepListener;
import studio.backlot.diffusion.UsedRecipe;
import studio.backlot.job.JobState;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.raster.PngWriter;

/// Makes one plate and records it: the main job of the art room.
///
/// The order is what the promises rest on. (1) The words become payloads, (2) the intent is durable
/// before any model is touched, (3) the plate is made, (4) its facts are prepared in the workspace,
/// (5) its file is kept, (6) the outcome is durable before anything is shown or written out. A run
/// that fails or is stopped ends in an outcome that says so; one that is killed is settled at the
/// next opening ([RecoverProduction]).
public final class GeneratePlate {
    private final OpenProduction production;
    private final RunContext context;
    private final EndRun runs;

    public GeneratePlate(OpenProduction production, RunContext context) {
        this.production = production;
        this.context = context;
        this.runs = new EndRun(production);
    }

    /// Runs to the end and returns the outcome entry of a plate that succeeded.
    ///
    /// Works on the calling thread. Throws [Cancelled] when stopped and the generator's typed
    /// exception when there is no usable picture; the outcome has been recorded then. When a rule
    /// refuses the run ([ActRefused]) or the ledger the intent, nothing has run.
    public LedgerEntry run(
            PlateOrder order,
            GeneratorSource generators,
            Progress progress,
            Cancellation cancellation) {
        return run(
                PlateRun.of(context.ids().get(), order),
                generators,
                RunWatch.of(StepListener.NONE, progress, cancellation));
    }

    /// As above, for a run whose words may be payloads already and whose intent may be recorded: it
    /// goes on then from its newest checkpoint to its one outcome. Throws [WordsErased] when its
    /// words are gone at its end, and [Suspended] when it was stopped to go on later; only then no
    /// outcome has been recorded.
    LedgerEntry run(PlateRun run, GeneratorSource generators, RunWatch watch) {
        Begun begun = production.inTurn(() -> begin(run));
        PlateOrder order = run.order();
        Made made;
        try {
            watch.cancellation().throwIfCancelled();
            PlateGenerator generator = generators.open(order.pack(), watch.progress());
            GeneratedPlate plate = generator.generate(order.request(), watch);
            made = new Made(plate, lookThrough(plate, order, begun.passed(), watch));
        } catch (Cancelled e) {
            if (run.isSuspended().getAsBoolean()) {
                throw new Suspended();
            }
            production.inTurn(() -> runs.cancel(begun.intent(), order.by()));
            throw e;
        } catch (RuntimeException e) {
            production.inTurn(() -> runs.fail(begun.intent(), order.by(), e));
            throw e;
        }
        byte[] file = PngWriter.encode(made.generated().plate(), PngWriter.QUICK, List.of());
        return production.inTurn(() -> keep(order, begun.intent(), made, file));
    }

    /// What the rules said, and the intent, recorded now or by an earlier process.
    private record Begun(RunGates.Passed passed, LedgerEntry intent) {}

    /// A plate, and what was found in it where the policy wants it looked through.
    private record Made(GeneratedPlate generated, Optional<Looked> looked) {}

    private record Looked(FindFaces.Look look, RunGates.Passed passed) {}

    /// The rules are asked again where the intent is recorded already: a consent may have been
    /// withdrawn since.
    private Begun begin(PlateRun run) {
        PlateOrder order = run.order();
        RunGates.Passed passed;
        try {
            passed = new RunGates(production, context.clock()).ask(order);
        } catch (ActRefused e) {
            run.intent().ifPresent(intent -> runs.fail(intent, order.by(), e));
            throw e;
        }
        return new Begun(passed, run.intent().orElseGet(() -> intent(run, passed)));
    }

    private LedgerEntry intent(PlateRun run, RunGates.Passed passed) {
        PlateOrder order = run.order();
        List<PayloadReference> words = new ArrayList<>(run.words());
        if (words.isEmpty()) {
            words.addAll(production.payloads().putAll(wordsOf(order)));
        }
        words.addAll(production.payloads().putAll(passed.details()));
        production.jobs().start(run.job(), "plate", context.clock().instant(), ids(words));
        var assertions =
                new JsonBuilder()
                        .put(
                                "system",
                                new JsonBuilder()
                                        .put("name", "Backlot")
                                        .put("version", context.version())
                                        .build())
                        .put("request", PlateAssertions.request(order, words.get(0), words.get(1)))
                        .put("packs", PlateAssertions.packs(order.pack()))
                        .put(EndRun.USE, EndRun.use(order))
                        .put(RunGates.DECISIONS, passed.toJson(words.subList(2, words.size())));
        passed.useCase()
                .ifPresent(useCase ->
                        assertions.put(UseCaseAct.LABEL, PlateAssertions.useCase(useCase)));
        if (!passed.consents().isEmpty()) {
            assertions.put(ConsentGate.CONSENTS, ConsentGate.toJson(passed.consents()));
        }
        LedgerEntry intent =
                production
                        .ledger()
                        .append(
                                new EntryDraft(
                                        EventType.INTENT,
                                        order.by(),
                                        Optional.of(run.job()),
                                        assertions.build()));
        production.jobs().noteIntent(run.job(), intent.index());
        return intent;
    }

    /// The words of an order in the order of a run's references: prompt, negative prompt.
    static List<PayloadDraft> wordsOf(PlateOrder order) {
        return List.of(
                PayloadDraft.of(PayloadKind.PROMPT, order.request().prompt()),
                PayloadDraft.of(PayloadKind.NEGATIVE_PROMPT, order.request().negativePrompt()));
    }

    /// A face is no question where its likeness was declared: the consent was asked for before.
    private Optional<Looked> lookThrough(
            GeneratedPlate plate, PlateOrder order, RunGates.Passed passed, RunWatch watch) {
        if (passed.policy().policy().faces() != FaceCheck.GENERATION) {
            return Optional.empty();
        }
        try (var faces = new FindFaces(context.faceFinder())) {
            FindFaces.Look look = faces.in(plate.plate(), watch.cancellation());
            Decision decision =
                    order.likenesses().isEmpty()
                            ? look.decision()
                            : new Decision.Allowed(FaceCheck.RULE);
            return Optional.of(new Looked(look, passed.then(decision)));
        }
    }

    private LedgerEntry keep(PlateOrder order, LedgerEntry intent, Made result, byte[] file) {
        requireWords(order, intent);
        GeneratedPlate made = result.generated();
        List<PayloadDraft> drafts = new ArrayList<>(List.of(tokens(made.recipe())));
        result.looked().ifPresent(looked -> drafts.addAll(looked.passed().details()));
        List<PayloadReference> texts = production.payloads().putAll(drafts);
        var outcome =
                new JsonBuilder()
                        .put(RunEntries.RUN, EndRun.saying("succeeded", intent).build())
                        .put("recipe", PlateAssertions.recipe(made.recipe()))
                        .put("tokens", texts.getFirst().toJson())
                        .put(
                                "packs",
                                PlateAssertions.packs(made.recipe().packs(), known(order, made)))
                        .put(
                                "runtime",
                                PlateAssertions.runtime(
                                        made.recipe().computing(), context.version()))
                        .put("framing", PlateAssertions.framing(made.recipe().frame()))
                        .put("output", PlateAssertions.output(ContentHash.of(file), made.plate()))
                        .put("credits", PlateAssertions.credits(order.by().maker()))
                        .put(EndRun.USE, EndRun.use(order));
        result.looked()
                .ifPresent(looked -> {
                    List<PayloadReference> details = texts.subList(1, texts.size());
                    outcome.put(FaceCheck.LABEL, List.of(looked.look().toJson()))
                            .put(RunGates.DECISIONS, looked.passed().toJson(details));
                });
        JsonObject assertions = outcome.build();
        production.jobs().prepareResult(intent.job().orElseThrow(), assertions, ids(texts));
        production.assets().put(file);
        return runs.end(intent, order.by(), assertions, entry -> new JobState.Done(entry.index()));
    }

    /// Whoever had the words erased meanwhile did not mean that their tokens are kept now.
    private void requireWords(PlateOrder order, LedgerEntry intent) {
        boolean isErased =
                PayloadReference.allIn(intent.assertions()).stream()
                        .map(production.payloads()::open)
                        .anyMatch(PayloadContent.Absent.class::isInstance);
        if (isErased) {
            runs.abandon(intent, order.by(), "its words were erased");
            throw new WordsErased();
        }
    }

    /// The cards of the packs that were used; the others are not looked at.
    private List<ModelPack> known(PlateOrder order, GeneratedPlate made) {
        return made.recipe().packs().size() == 1 ? List.of(order.pack()) : context.packs();
    }

    /// The ids that went into the text encoder: a text of the person in another spelling, so a
    /// payload.
    private static PayloadDraft tokens(UsedRecipe recipe) {
        var json =
                new JsonBuilder()
                        .put("prompt", ids(recipe.prompt()))
                        .put("negativePrompt", ids(recipe.negative()));
        return new PayloadDraft(PayloadKind.TOKENS, CanonicalJson.bytes(json.build()));
    }

    private static List<Long> ids(List<PayloadReference> references) {
        return references.stream().map(PayloadReference::id).toList();
    }

    private static List<JsonNumber> ids(int[] tokens) {
        return Arrays.stream(tokens).mapToObj(JsonNumber::of).toList();
    }
}
