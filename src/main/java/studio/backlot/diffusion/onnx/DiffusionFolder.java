package studio.backlot.diffusion.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import studio.backlot.diffusion.PackLimits;
import studio.backlot.diffusion.PackUnsupported;
import studio.backlot.diffusion.PixelSize;

/// What the configurations of a diffusers-ONNX folder say, as far as this build needs it.
///
/// @param latentChannels of the VAE
/// @param vaeFactor how many pixels wide and high one latent is
/// @param scalingFactor latents are divided by it before decoding
/// @param shiftFactor is added after that
record DiffusionFolder(
        Path folder,
        PackLimits limits,
        int latentChannels,
        int vaeFactor,
        float scalingFactor,
        float shiftFactor,
        ConfigFile scheduler) {
    private static final Set<String> PIPELINES =
            Set.of(
                    "StableDiffusionPipeline",
                    "OnnxStableDiffusionPipeline",
                    "ORTStableDiffusionPipeline");

    /// What diffusers takes where an old VAE configuration is silent, right for the four channels
    /// of Stable Diffusion 1.
    private static final float STABLE_DIFFUSION_SCALING = 0.18215f;

    private static final int STABLE_DIFFUSION_CHANNELS = 4;

    /// The parts of a pack that make a picture from text.
    private static final List<String> PARTS =
            List.of("scheduler", "text_encoder", "tokenizer", "unet", "vae_decoder");

    private static final int MOST_HALVINGS = 10;

    /// Reads the configurations; throws [PackConfigBroken] or [PackUnsupported] in words.
    static DiffusionFolder read(Path folder) {
        ConfigFile index = ConfigFile.read(folder.resolve("model_index.json"));
        requireKnownPipeline(index);
        ConfigFile unet = ConfigFile.read(folder.resolve("unet/config.json"));
        ConfigFile vae = ConfigFile.read(folder.resolve("vae_decoder/config.json"));
        int vaeFactor = halvings(vae);
        int step = vaeFactor * halvings(unet);
        int channels = vae.count("latent_channels");
        requireTextToImage(unet, channels);
        return new DiffusionFolder(
                folder,
                new PackLimits(ownSize(unet, vaeFactor, step), step),
                channels,
                vaeFactor,
                scalingFactor(vae, channels),
                vae.decimal("shift_factor").orElse(0f),
                ConfigFile.read(folder.resolve("scheduler/scheduler_config.json")));
    }

    private static void requireKnownPipeline(ConfigFile index) {
        String pipeline = index.text("_class_name");
        if (!PIPELINES.contains(pipeline)) {
            throw new PackUnsupported(
                    "this build makes pictures with Stable Diffusion 1 and 2 packs and their like, not"
                            + " with a "
                            + pipeline
                            + " ("
                            + index.file()
                            + "): choose another pack");
        }
    }

    /// Every block but the last halves width and height.
    private static int halvings(ConfigFile config) {
        int halvings = config.length("block_out_channels") - 1;
        if (halvings > MOST_HALVINGS) {
            throw config.broken("\"block_out_channels\" has " + (halvings + 1) + " entries");
        }
        return 1 << halvings;
    }

    private static void requireTextToImage(ConfigFile unet, int latentChannels) {
        int in = unet.count("in_channels");
        if (in == 2 * latentChannels + 1) {
            throw new PackUnsupported(
                    "this pack fills in masked pictures (its UNet takes "
                            + in
                            + " channels) and cannot make one from text alone: choose another pack");
        }
        if (in != latentChannels || unet.count("out_channels") != latentChannels) {
            throw new PackUnsupported(
                    "the UNet of this pack takes "
                            + in
                            + " channels and gives "
                            + unet.count("out_channels")
                            + ", but its VAE has "
                            + latentChannels
                            + ": the parts do not belong together, or the pack is of a kind that"
                            + " this build does not know");
        }
        if (unet.isPresent("time_cond_proj_dim")) {
            throw new PackUnsupported(
                    "this is a latent consistency pack (its UNet has \"time_cond_proj_dim\"), which"
                            + " this build cannot run: choose another pack");
        }
        if (unet.isPresent("addition_embed_type") || unet.isPresent("class_embed_type")) {
            throw new PackUnsupported(
                    "the UNet of this pack wants more than text (\"addition_embed_type\", as Stable"
                            + " Diffusion XL does), which this build cannot give: choose another pack");
        }
    }

    private static PixelSize ownSize(ConfigFile unet, int vaeFactor, int step) {
        int[] latents = unet.heightAndWidth("sample_size");
        if (latents[0] > PixelSize.LONGEST_SIDE / vaeFactor
                || latents[1] > PixelSize.LONGEST_SIDE / vaeFactor) {
            throw unet.broken("\"sample_size\" is larger than any picture");
        }
        return new PixelSize(
                Math.ceilDiv(latents[1] * vaeFactor, step) * step,
                Math.ceilDiv(latents[0] * vaeFactor, step) * step);
    }

    private static float scalingFactor(ConfigFile vae, int latentChannels) {
        if (vae.isPresent("latents_mean") || vae.isPresent("latents_std")) {
            throw new PackUnsupported(
                    "the VAE of this pack normalises latents by channel (\"latents_mean\"), which this"
                            + " build cannot do: choose another pack");
        }
        float factor =
                vae.decimal("scaling_factor")
                        .orElseGet(() -> {
                            if (latentChannels != STABLE_DIFFUSION_CHANNELS) {
                                throw vae.broken(
                                        "\"scaling_factor\" is missing, and without it every picture would be wrong");
                            }
                            return STABLE_DIFFUSION_SCALING;
                        });
        if (factor <= 0) {
            throw vae.broken("\"scaling_factor\" is " + factor);
        }
        return factor;
    }

    Path graph(String part) {
        return folder.resolve(part).resolve("model.onnx");
    }

    /// The class name of the pack's own scheduler.
    String schedulerName() {
        return scheduler.text("_class_name");
    }

    /// The paths inside the folder of all files that take part in making a picture from text.
    List<String> usedFiles() {
        var files = new ArrayList<String>();
        for (String part : PARTS) {
            Path inside = folder.resolve(part);
            if (!Files.isDirectory(inside)) {
                throw new PackConfigBroken(inside, "the folder is missing");
            }
            try (Stream<Path> listed = Files.list(inside)) {
                listed.filter(Files::isRegularFile)
                        .map(file -> part + "/" + file.getFileName())
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new PackConfigBroken(inside, "cannot be read (" + e.getMessage() + ")");
            }
        }
        files.add(0, "model_index.json");
        return List.copyOf(files);
    }

    /// How many bytes the used files of a part have; of all, where the part has no name.
    long bytes(String part) {
        return usedFiles().stream()
                .filter(file -> file.startsWith(part))
                .mapToLong(file -> folder.resolve(file).toFile().length())
                .sum();
    }
}
