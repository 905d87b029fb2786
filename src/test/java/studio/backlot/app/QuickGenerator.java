package studio.backlot.app;

import java.util.List;
import java.util.Optional;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelPack;
import studio.backlot.diffusion.FramePlan;
import studio.backlot.diffusion.GeneratedPlate;
import studio.backlot.diffusion.PackLimits;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.PlateGenerator;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.StepListener;
import studio.backlot.diffusion.TorchRandom;
import studio.backlot.diffusion.UsedRecipe;
import studio.backlot.raster.Plate;
import studio.backlot.workflow.GeneratorSource;

/// A generator that paints the seed's noise, or one picture, at once, for tests of what happens
/// around a picture.
final class QuickGenerator implements PlateGenerator, GeneratorSource {
    private static final PixelSize SIZE = new PixelSize(32, 32);

    private final Optional<Plate> picture;

    /// Paints noise.
    QuickGenerator() {
        picture = Optional.empty();
    }

    /// Paints this picture, whatever is asked.
    QuickGenerator(Plate picture) {
        this.picture = Optional.of(picture);
    }

    @Override
    public PlateGenerator open(ModelPack pack, Progress progress) {
        return this;
    }

    @Override
    public PackLimits limits() {
        return new PackLimits(SIZE, 8);
    }

    @Override
    public GeneratedPlate generate(
            PlateRequest request,
            StepListener listener,
            Progress progress,
            Cancellation cancellation) {
        cancellation.throwIfCancelled();
        FramePlan plan = FramePlan.of(request.sizing(), limits());
        float[] noise =
                new TorchRandom(request.seed())
                        .randn(3 * plan.render().width() * plan.render().height());
        Plate plate = Plate.ofPlanar(noise, plan.render().width(), plan.render().height(), -3, 3);
        var sampling =
                new UsedRecipe.Sampling(
                        "DDIMScheduler",
                        JsonObject.EMPTY,
                        new float[] {999},
                        new float[0],
                        request.inferenceSteps(),
                        request.guidanceScale(),
                        request.seed());
        var computing = new UsedRecipe.Computing("CPUExecutionProvider", "none", 1, "float");
        return new GeneratedPlate(
                picture.orElse(plate),
                new UsedRecipe(
                        sampling,
                        new int[] {101, 102},
                        new int[0],
                        plan,
                        Optional.empty(),
                        computing,
                        List.of()));
    }

    @Override
    public void close() {}
}
