package studio.backlot.diffusion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;

/// All that a run needs to go on from between two denoising steps to the same picture.
///
/// It holds for the words of its run and for one recipe: the same numbers, model files, library and
/// processors, of which `recipe` is a hash. No text of a person is in it, and no hash of one.
///
/// @param recipe of what the run would make; another recipe's checkpoint is not used
/// @param step the next step to take; as many as there are when only decoding is left
/// @param latents before that step
/// @param history of the scheduler ([studio.backlot.diffusion.scheduler.Scheduler#history])
/// @param noise where the random numbers stand ([TorchRandom#position])
public record DenoisingCheckpoint(
        ContentHash recipe, int step, float[] latents, List<float[]> history, int[] noise) {
    private static final int FORM = 0x424c6331;
    private static final int DIGEST = ContentHash.LENGTH;

    /// The recipe of a checkpoint that has not been told its own.
    static final ContentHash NO_RECIPE = ContentHash.of(new byte[0]);

    public DenoisingCheckpoint {
        history = List.copyOf(history);
    }

    DenoisingCheckpoint of(ContentHash newRecipe) {
        return new DenoisingCheckpoint(newRecipe, step, latents, history, noise);
    }

    /// Its bytes, with their own hash at the end.
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORM);
            out.write(recipe.bytes());
            out.writeInt(step);
            write(latents, out);
            out.writeInt(history.size());
            for (float[] values : history) {
                write(values, out);
            }
            ByteBuffer position = ByteBuffer.allocate(noise.length * Integer.BYTES);
            position.asIntBuffer().put(noise);
            out.writeInt(noise.length);
            out.write(position.array());
            out.write(ContentHash.of(bytes.toByteArray()).bytes());
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(buffer.array());
    }

    /// Reads what [#toBytes] gave; empty when these bytes are anything else, or damaged.
    public static Optional<DenoisingCheckpoint> parse(byte[] bytes) {
        int length = bytes.length - DIGEST;
        if (length < DIGEST
                || !Arrays.equals(
                        ContentHash.of(Arrays.copyOf(bytes, length)).bytes(),
                        Arrays.copyOfRange(bytes, length, bytes.length))) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            if (in.readInt() != FORM) {
                return Optional.empty();
            }
            ContentHash recipe = ContentHash.ofDigest(in.readNBytes(DIGEST));
            int step = in.readInt();
            float[] latents = floats(in);
            List<float[]> history = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                history.add(floats(in));
            }
            var noise = new int[in.readInt()];
            ByteBuffer.wrap(in.readNBytes(noise.length * Integer.BYTES)).asIntBuffer().get(noise);
            return Optional.of(new DenoisingCheckpoint(recipe, step, latents, history, noise));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        var values = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES)).asFloatBuffer().get(values);
        return values;
    }
}
