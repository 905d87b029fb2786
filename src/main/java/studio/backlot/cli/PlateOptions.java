package studio.backlot.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackKind;
import studio.backlot.diffusion.Frame;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.Sizing;
import studio.backlot.diffusion.scheduler.SchedulerConfigRefused;
import studio.backlot.diffusion.scheduler.Schedulers;

/// The words and numbers of a plate on the command line.
final class PlateOptions {
    /// The pack that ships with the program.
    private static final String BUNDLED = "backdrop-mini";

    @Option(
            names = "--prompt",
            required = true,
            paramLabel = "T",
            description = "what is to be seen")
    private String prompt = "";

    @Option(
            names = "--negative",
            paramLabel = "T",
            defaultValue = "",
            description = "what is not to be seen")
    private String negative = "";

    @Option(
            names = "--pack",
            paramLabel = "ID|DIR",
            description = "the model pack (default: " + BUNDLED + ")")
    private @Nullable String pack;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the seed, any 64-bit number (default: drawn)")
    private @Nullable String seed;

    @Option(names = "--steps", paramLabel = "N", description = "denoising steps (default: 20)")
    private @Nullable Integer steps;

    @Option(names = "--guidance", paramLabel = "X", description = "guidance scale (default: 3)")
    private @Nullable Double guidance;

    @Option(
            names = "--scheduler",
            paramLabel = "NAME",
            description =
                    "ddim, ddpm, pndm, euler, euler-ancestral, heun, dpm++2m (also -karras, -sde, -sde-karras),"
                            + " unipc, lms, lcm or flow-euler (default: the pack's own)")
    private @Nullable String scheduler;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "the size the pack makes, before enlarging")
    private @Nullable String size;

    @Option(
            names = "--frame",
            paramLabel = "NAME",
            description = "an exact delivery size: hd, flat, scope, uhd, scope4k or WxH")
    private @Nullable String frame;

    @Option(
            names = "--overscan",
            paramLabel = "PERCENT",
            description = "border kept around the frame in the recorded plate (default: 0)")
    private @Nullable Double overscan;

    @Option(
            names = "--upscale",
            paramLabel = "2|4",
            description = "enlarges the picture; 2 is 4 times, then halved")
    private @Nullable Integer upscale;

    /// The seed that was given; [WrongUse] when it is no number of 64 bits.
    Optional<Long> seed() {
        if (seed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    seed.startsWith("-") ? Long.parseLong(seed) : Long.parseUnsignedLong(seed));
        } catch (NumberFormatException e) {
            throw new WrongUse("--seed is a whole number of 64 bits, not \"" + seed + "\"");
        }
    }

    ModelPack pack(ModelCatalog catalog) {
        List<ModelPack> packs = catalog.packs(PackKind.DIFFUSION);
        if (pack != null) {
            ModelPack named = catalog.resolve(pack);
            if (named.kind() != PackKind.DIFFUSION) {
                throw new WrongUse(
                        "the pack "
                                + named.id()
                                + " makes no pictures; name one that does, as "
                                + String.join(", ", packs.stream().map(ModelPack::id).toList()));
            }
            return named;
        }
        return packs.stream()
                .filter(one -> one.id().equals(BUNDLED))
                .findFirst()
                .or(() -> packs.stream().findFirst())
                .orElseThrow(() ->
                        new WrongUse("no image pack is installed; name a folder with --pack DIR"));
    }

    PlateRequest request(long usedSeed) {
        PlateRequest request =
                PlateRequest.of(prompt)
                        .withNegativePrompt(negative)
                        .withSeed(usedSeed)
                        .withSizing(sizing());
        if (steps != null) {
            request = request.withInferenceSteps(steps);
        }
        if (guidance != null) {
            request = request.withGuidanceScale(guidance);
        }
        return scheduler == null
                ? request
                : request.withScheduler(SchedulerChoice.named(keptName(scheduler)));
    }

    private static String keptName(String scheduler) {
        try {
            return Schedulers.keptName(scheduler);
        } catch (SchedulerConfigRefused e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private Sizing sizing() {
        if (frame != null) {
            if (size != null || upscale != null) {
                throw new WrongUse(
                        "--frame chooses size and enlargement itself: leave out --size and --upscale");
            }
            return new Sizing.Delivery(Frame.of(frame), overscan == null ? 0 : overscan);
        }
        if (overscan != null) {
            throw new WrongUse("--overscan is a border around a frame: give --frame as well");
        }
        int factor = upscale == null ? 1 : upscale;
        return size == null
                ? new Sizing.OwnSize(factor)
                : new Sizing.RenderSize(PixelSize.parse(size), factor);
    }
}
