package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import studio.backlot.diffusion.UsedRecipe;
import studio.backlot.job.JobState;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
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

    public GeneratePlate(OpenProduction production, RunContext context) {
        this.production = production;
        this.context = context;
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
        UUID job = context.ids().get();
        RunGates.Passed passed = new RunGates(production, context.clock()).ask(order);
        LedgerEntry intent = begin(job, order, passed);
        Made made;
        try {
            cancellation.throwIfCancelled();
            PlateGenerator generator = generators.open(order.pack(), progress);
            GeneratedPlate plate = generator.generate(order.request(), progress, cancellation);
            made = new Made(plate, lookThrough(plate, order, passed, cancellation));
        } catch (Cancelled e) {
            end(job, order, outcome("cancelled", intent).build(), new JobState.Cancelled());
            throw e;
        } catch (RuntimeException e) {
            JsonObject run = outcome("failed", intent).put("reason", reason(e)).build();
            end(job, order, run, new JobState.Failed(String.valueOf(e.getMessage())));
            throw e;
        }
        return keep(job, order, intent, made);
    }

    /// A plate, and what was found in it where the policy wants it looked through.
    private record Made(GeneratedPlate generated, Optional<Looked> looked) {}

    private record Looked(FindFaces.Look look, RunGates.Passed passed) {}

    private LedgerEntry begin(UUID job, PlateOrder order, RunGates.Passed passed) {
        List<PayloadDraft> drafts = new ArrayList<>();
        drafts.add(PayloadDraft.of(PayloadKind.PROMPT, order.request().prompt()));
        drafts.add(PayloadDraft.of(PayloadKind.NEGATIVE_PROMPT, order.request().negativePrompt()));
        drafts.addAll(passed.details());
        List<PayloadReference> words = production.payloads().putAll(drafts);
        production.jobs().start(job, "plate", context.clock().instant(), ids(words));
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
                        .put("use", use(order))
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
                                        Optional.of(job),
                                        assertions.build()));
        production.jobs().noteIntent(job, intent.index());
        return intent;
    }

    /// A face is no question where its likeness was declared: the consent was asked for before.
    private Optional<Looked> lookThrough(
            GeneratedPlate plate,
            PlateOrder order,
            RunGates.Passed passed,
            Cancellation cancellation) {
        if (passed.policy().policy().faces() != FaceCheck.GENERATION) {
            return Optional.empty();
        }
        try (var faces = new FindFaces(context.faceFinder())) {
            FindFaces.Look look = faces.in(plate.plate(), cancellation);
            Decision decision =
                    order.likenesses().isEmpty()
                            ? look.decision()
                            : new Decision.Allowed(FaceCheck.RULE);
            return Optional.of(new Looked(look, passed.then(decision)));
        }
    }

    private LedgerEntry keep(UUID job, PlateOrder order, LedgerEntry intent, Made result) {
        GeneratedPlate made = result.generated();
        byte[] file = PngWriter.encode(made.plate(), PngWriter.QUICK, List.of());
        List<PayloadDraft> drafts = new ArrayList<>(List.of(tokens(made.recipe())));
        result.looked().ifPresent(looked -> drafts.addAll(looked.passed().details()));
        List<PayloadReference> texts = production.payloads().putAll(drafts);
        var outcome =
                new JsonBuilder()
                        .put("run", outcome("succeeded", intent).build())
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
                        .put("use", use(order));
        result.looked()
                .ifPresent(looked -> {
                    List<PayloadReference> details = texts.subList(1, texts.size());
                    outcome.put(FaceCheck.LABEL, List.of(looked.look().toJson()))
                            .put(RunGates.DECISIONS, looked.passed().toJson(details));
                });
        JsonObject assertions = outcome.build();
        production.jobs().prepareResult(job, assertions, ids(texts));
        production.assets().put(file);
        return append(job, order, assertions, entry -> new JobState.Done(entry.index()));
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

    private static JsonBuilder outcome(String status, LedgerEntry intent) {
        return new JsonBuilder().put("status", status).put("intent", intent.index());
    }

    /// An error text may quote a person's words or file names, so it is a payload.
    private JsonObject reason(RuntimeException failure) {
        String words = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return production
                .payloads()
                .putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, words)))
                .getFirst()
                .toJson();
    }

    private void end(UUID job, PlateOrder order, JsonObject run, JobState.Ended state) {
        append(
                job,
                order,
                new JsonBuilder().put("run", run).put("use", use(order)).build(),
                entry -> state);
    }

    private LedgerEntry append(
            UUID job,
            PlateOrder order,
            JsonObject assertions,
            Function<LedgerEntry, JobState.Ended> state) {
        LedgerEntry outcome =
                production
                        .ledger()
                        .append(
                                new EntryDraft(
                                        EventType.OUTCOME,
                                        order.by(),
                                        Optional.of(job),
                                        assertions));
        production.jobs().finish(job, state.apply(outcome));
        return outcome;
    }

    private static JsonObject use(PlateOrder order) {
        return new JsonBuilder().put("label", order.use().wireName()).build();
    }
}
