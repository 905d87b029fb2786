package studio.backlot.diffusion.onnx;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import studio.backlot.base.HashedFile;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.ModelFolder;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.tokenize.SpecialTokens;
import studio.backlot.tokenize.TextTokenizer;
import studio.backlot.tokenize.TokenizerFolder;

/// The parts of a pack in memory, and the hashes of the files they were loaded from.
final class LoadedPack implements AutoCloseable {
    private static final String STAGE = "load";

    private final String id;
    private final DiffusionFolder layout;
    private final TextTokenizer tokenizer;
    private final OnnxTextEncoder textEncoder;
    private final OnnxUNet denoiser;
    private final OnnxVaeDecoder decoder;
    private final List<HashedFile> files;

    private LoadedPack(String id, DiffusionFolder layout, Openings parts, List<HashedFile> files) {
        this.id = id;
        this.layout = layout;
        this.tokenizer = parts.tokenizer().get();
        this.textEncoder = parts.textEncoder().get();
        this.denoiser = parts.denoiser().get();
        this.decoder = parts.decoder().get();
        this.files = files;
    }

    private record Openings(
            Opening<TextTokenizer> tokenizer,
            Opening<OnnxTextEncoder> textEncoder,
            Opening<OnnxUNet> denoiser,
            Opening<OnnxVaeDecoder> decoder) {
        /// The largest graph first on the calling thread, the others beside it.
        static Openings begin(OnnxRuntime runtime, DiffusionFolder layout, Executor executor) {
            return new Openings(
                    Opening.on(
                            executor,
                            () -> TokenizerFolder.open(layout.folder().resolve("tokenizer"))),
                    Opening.on(
                            executor,
                            () -> OnnxTextEncoder.open(runtime, layout.graph("text_encoder"))),
                    Opening.on(
                            task -> {},
                            () ->
                                    OnnxUNet.open(
                                            runtime,
                                            layout.graph("unet"),
                                            layout.latentChannels())),
                    Opening.on(executor, () -> OnnxVaeDecoder.open(runtime, layout)));
        }

        /// Waits for the parts, and says of how many bytes all that is read is.
        void await(DiffusionFolder layout, Progress progress) {
            long total = layout.bytes("");
            progress.report(STAGE, 0, total);
            denoiser.get();
            long read = layout.bytes("unet");
            progress.report(STAGE, read, total);
            textEncoder.get();
            read += layout.bytes("text_encoder");
            progress.report(STAGE, read, total);
            tokenizer.get();
            read += layout.bytes("tokenizer");
            progress.report(STAGE, read, total);
            decoder.get();
            progress.report(STAGE, total, total);
        }

        void close() {
            textEncoder.close();
            denoiser.close();
            decoder.close();
        }
    }

    static LoadedPack load(
            OnnxRuntime runtime, ModelFolder folder, Executor executor, Progress progress) {
        DiffusionFolder layout = DiffusionFolder.read(folder.folder());
        Supplier<List<HashedFile>> watched = folder.witness().watch(layout.usedFiles(), executor);
        Openings parts = Openings.begin(runtime, layout, executor);
        try {
            parts.await(layout, progress);
            return new LoadedPack(folder.id(), layout, parts, watched.get());
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    String id() {
        return id;
    }

    DiffusionFolder layout() {
        return layout;
    }

    /// Token ids of a person's text, padded to the pack's length; special tokens inside the text
    /// are only text.
    int[] tokenize(String text) {
        return tokenizer.encode(text, SpecialTokens.ESCAPED).ids();
    }

    OnnxTextEncoder textEncoder() {
        return textEncoder;
    }

    OnnxUNet denoiser() {
        return denoiser;
    }

    OnnxVaeDecoder decoder() {
        return decoder;
    }

    List<HashedFile> files() {
        return files;
    }

    @Override
    public void close() {
        textEncoder.close();
        denoiser.close();
        decoder.close();
    }
}
