package studio.backlot.diffusion.onnx;

import java.util.Arrays;
import java.util.Map;
import studio.backlot.base.Cancellation;
import studio.backlot.diffusion.LatentShape;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.VaeDecoder;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.onnx.OnnxSession;
import studio.backlot.onnx.Owned;
import studio.backlot.onnx.TensorBuffer;
import studio.backlot.onnx.TensorMismatch;
import studio.backlot.onnx.TensorSpec;
import studio.backlot.onnx.TensorValues;
import studio.backlot.raster.Plate;

/// A VAE decoder graph: latents in, a picture in planes from −1 to 1 out.
final class OnnxVaeDecoder implements VaeDecoder, AutoCloseable {
    private final OnnxRuntime runtime;
    private final OnnxSession session;
    private final DiffusionFolder pack;
    private final TensorSpec input;

    private OnnxVaeDecoder(OnnxRuntime runtime, OnnxSession session, DiffusionFolder pack) {
        this.runtime = runtime;
        this.session = session;
        this.pack = pack;
        this.input = session.requireInput("latent_sample");
        if (!input.type().isFloating()
                || input.rank() != 4
                || input.dimension(1) != pack.latentChannels()) {
            throw new TensorMismatch(
                    session.file(),
                    "takes "
                            + input
                            + " instead of latents of "
                            + pack.latentChannels()
                            + " channels");
        }
    }

    static OnnxVaeDecoder open(OnnxRuntime runtime, DiffusionFolder pack) {
        return Owned.by(
                OnnxSession.open(runtime, pack.graph("vae_decoder")),
                session -> new OnnxVaeDecoder(runtime, session, pack));
    }

    @Override
    public DecodedPicture decode(float[] latents, LatentShape shape, Cancellation cancellation) {
        var scaled = new float[latents.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = latents[i] / pack.scalingFactor() + pack.shiftFactor();
        }
        try (var buffer =
                TensorBuffer.of(
                        runtime,
                        input.type(),
                        1,
                        shape.channels(),
                        shape.height(),
                        shape.width())) {
            buffer.put(0, scaled);
            TensorValues picture =
                    session.run(
                            Map.of(input.name(), buffer),
                            session.outputs().getFirst().name(),
                            cancellation);
            long[] expected = {
                1,
                Plate.CHANNELS,
                (long) shape.height() * pack.vaeFactor(),
                (long) shape.width() * pack.vaeFactor()
            };
            if (!Arrays.equals(picture.shape(), expected)) {
                throw new TensorMismatch(
                        session.file(),
                        "gave out a picture of shape "
                                + Arrays.toString(picture.shape())
                                + " where its configuration promises "
                                + Arrays.toString(expected));
            }
            return new DecodedPicture(
                    picture.values(), new PixelSize((int) expected[3], (int) expected[2]));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
