package studio.backlot.diffusion.onnx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import studio.backlot.base.Cancellation;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.HashedFile;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.DiffusionPipeline;
import studio.backlot.diffusion.FramePlan;
import studio.backlot.diffusion.GeneratedPlate;
import studio.backlot.diffusion.LatentShape;
import studio.backlot.diffusion.ModelFolder;
import studio.backlot.diffusion.PackLimits;
import studio.backlot.diffusion.PlateGenerator;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.RecipeCheckpoints;
import studio.backlot.diffusion.RunWatch;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.SizeUnsupported;
import studio.backlot.diffusion.StepListener;
import studio.backlot.diffusion.Upscaler;
import studio.backlot.diffusion.UsedRecipe;
import studio.backlot.diffusion.UsedRecipe.UsedPack;
import studio.backlot.diffusion.scheduler.Scheduler;
import studio.backlot.diffusion.scheduler.Schedulers;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.onnx.Owned;
import studio.backlot.raster.Plate;

/// Makes plates with a pack in the diffusers-ONNX layout, and enlarges them with an upscaler pack
/// where a plan asks for it.
///
/// The three graphs are loaded side by side when the executor has threads for it; the upscaler when
/// it is first needed. The VAE encoder is never loaded: nothing here starts from a picture.
public final class OnnxPlateGenerator implements PlateGenerator {
    private final OnnxRuntime runtime;
    private final LoadedPack pack;
    private final Supplier<Optional<ModelFolder>> upscalerFolder;
    private final Executor executor;
    private Optional<LoadedUpscaler> upscaler = Optional.empty();

    private OnnxPlateGenerator(
            OnnxRuntime runtime,
            LoadedPack pack,
            Supplier<Optional<ModelFolder>> upscalerFolder,
            Executor executor) {
        this.runtime = runtime;
        this.pack = pack;
        this.upscalerFolder = upscalerFolder;
        this.executor = executor;
    }

    private record LoadedUpscaler(String id, OnnxUpscaler upscaler, List<HashedFile> files) {}

    /// Loads a pack.
    ///
    /// @param upscaler the pack to enlarge with, where one is installed; its graph is `model.onnx`
    /// @param executor loads and hashes beside the calling thread; `Runnable::run` does all on the
    ///   calling thread
    /// @param progress hears the stage `load`
    public static OnnxPlateGenerator open(
            ModelFolder pack,
            Optional<ModelFolder> upscaler,
            Executor executor,
            Progress progress) {
        return open(pack, () -> upscaler, executor, progress);
    }

    /// As above; `upscaler` is asked only when a plate has to be enlarged.
    public static OnnxPlateGenerator open(
            ModelFolder pack,
            Supplier<Optional<ModelFolder>> upscaler,
            Executor executor,
            Progress progress) {
        OnnxRuntime runtime = OnnxRuntime.open();
        return new OnnxPlateGenerator(
                runtime, LoadedPack.load(runtime, pack, executor, progress), upscaler, executor);
    }

    @Override
    public PackLimits limits() {
        return pack.layout().limits();
    }

    @Override
    public GeneratedPlate generate(
            PlateRequest request,
            StepListener listener,
            Progress progress,
            Cancellation cancellation) {
        return generate(request, RunWatch.of(listener, progress, cancellation));
    }

    @Override
    public GeneratedPlate generate(PlateRequest request, RunWatch watch) {
        Progress progress = watch.progress();
        Cancellation cancellation = watch.cancellation();
        cancellation.throwIfCancelled();
        FramePlan plan = FramePlan.of(request.sizing(), limits());
        Scheduler scheduler = schedulerFor(request);
        // before the long work, so that a missing upscaler is told at once
        Optional<LoadedUpscaler> enlarger =
                plan.isEnlarged() ? Optional.of(loadedUpscaler()) : Optional.empty();
        int passes = enlarger.map(loaded -> passes(plan, loaded.upscaler().factor())).orElse(0);
        int[] prompt = pack.tokenize(request.prompt());
        var job =
                new DiffusionPipeline.Job(
                        prompt,
                        pack.tokenize(request.negativePrompt()),
                        (float) request.guidanceScale(),
                        request.seed(),
                        scheduler,
                        latentShape(plan));
        var pipeline = new DiffusionPipeline(pack.textEncoder(), pack.denoiser(), pack.decoder());
        UsedRecipe recipe = recipe(request, job, plan, enlarger);
        Plate plate =
                pipeline.run(
                        job,
                        watch.with(
                                new RecipeCheckpoints(
                                        watch.checkpoints(), fingerprint(recipe, job.shape()))));
        for (int pass = 0; pass < passes; pass++) {
            plate = enlarger.orElseThrow().upscaler().enlarge(plate, progress, cancellation);
        }
        if (plan.reduction() == 2) {
            plate = plate.halved();
        }
        cancellation.throwIfCancelled();
        return new GeneratedPlate(plate.crop(plan.overscan()), recipe);
    }

    /// A hash of all that decides the latents but the words: with any other of these a checkpoint
    /// is worth nothing. The words are their run's own, and no hash may tell them.
    private static ContentHash fingerprint(UsedRecipe recipe, LatentShape shape) {
        UsedRecipe.Sampling sampling = recipe.sampling();
        String all =
                String.join(
                        "\n",
                        sampling.scheduler(),
                        CanonicalJson.text(sampling.config()),
                        Arrays.toString(sampling.timesteps()),
                        Arrays.toString(sampling.sigmas()),
                        Double.toString(sampling.guidanceScale()),
                        Long.toString(sampling.seed()),
                        shape.toString(),
                        recipe.computing().toString(),
                        recipe.packs().getFirst().files().toString());
        return ContentHash.of(all.getBytes(StandardCharsets.UTF_8));
    }

    private Scheduler schedulerFor(PlateRequest request) {
        String name =
                request.scheduler()
                        .map(SchedulerChoice::name)
                        .orElseGet(() -> pack.layout().schedulerName());
        JsonObject config =
                request.scheduler()
                        .flatMap(SchedulerChoice::config)
                        .orElseGet(() -> pack.layout().scheduler().members());
        return Schedulers.of(name, config, request.inferenceSteps());
    }

    private LatentShape latentShape(FramePlan plan) {
        DiffusionFolder layout = pack.layout();
        return new LatentShape(
                layout.latentChannels(),
                plan.render().height() / layout.vaeFactor(),
                plan.render().width() / layout.vaeFactor());
    }

    private LoadedUpscaler loadedUpscaler() {
        if (upscaler.isEmpty()) {
            ModelFolder folder =
                    upscalerFolder
                            .get()
                            .orElseThrow(() ->
                                    new SizeUnsupported(
                                            "this size needs an upscaler and none is installed: add one to the"
                                                    + " model packs, or ask for a smaller"
                                                    + " size"));
            Supplier<List<HashedFile>> watched =
                    folder.witness().watch(List.of("model.onnx"), executor);
            OnnxUpscaler opened = OnnxUpscaler.open(runtime, folder.folder().resolve("model.onnx"));
            upscaler =
                    Optional.of(
                            Owned.by(
                                    opened,
                                    it -> new LoadedUpscaler(folder.id(), it, watched.get())));
        }
        return upscaler.orElseThrow();
    }

    /// How often the upscaler must run; throws when its factor does not fit the plan.
    private static int passes(FramePlan plan, int factor) {
        int reached = 1;
        int passes = 0;
        while (reached < plan.enlargement()) {
            reached *= factor;
            passes++;
        }
        if (reached != plan.enlargement()) {
            throw new SizeUnsupported(
                    "this size needs an upscaler that enlarges 4 times; the installed one enlarges "
                            + factor
                            + " times");
        }
        return passes;
    }

    private UsedRecipe recipe(
            PlateRequest request,
            DiffusionPipeline.Job job,
            FramePlan plan,
            Optional<LoadedUpscaler> enlarger) {
        Scheduler scheduler = job.scheduler();
        var packs = new ArrayList<UsedPack>();
        packs.add(new UsedPack(pack.id(), pack.files()));
        enlarger.ifPresent(loaded -> packs.add(new UsedPack(loaded.id(), loaded.files())));
        return new UsedRecipe(
                new UsedRecipe.Sampling(
                        scheduler.name(),
                        scheduler.resolvedConfig(),
                        scheduler.timesteps(),
                        scheduler.sigmas(),
                        request.inferenceSteps(),
                        request.guidanceScale(),
                        request.seed()),
                job.prompt(),
                job.isGuided() ? job.negative() : new int[0],
                plan,
                enlarger.map(loaded -> enlarging(loaded, plan)),
                new UsedRecipe.Computing(
                        runtime.executionProvider(),
                        "onnxruntime " + runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        pack.denoiser().precision()),
                List.copyOf(packs));
    }

    private static UsedRecipe.Enlarging enlarging(LoadedUpscaler loaded, FramePlan plan) {
        Upscaler network = loaded.upscaler();
        return new UsedRecipe.Enlarging(
                loaded.id(), network.factor(), passes(plan, network.factor()), network.tiling());
    }

    @Override
    public void close() {
        upscaler.ifPresent(loaded -> loaded.upscaler().close());
        upscaler = Optional.empty();
        pack.close();
    }
}
