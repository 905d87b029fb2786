package studio.backlot.likeness.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.backlot.base.Cancellation;
import studio.backlot.likeness.Face;
import studio.backlot.likeness.FaceFinder;
import studio.backlot.onnx.OnnxRuntime;
import studio.backlot.onnx.OnnxSession;
import studio.backlot.onnx.Owned;
import studio.backlot.onnx.TensorBuffer;
import studio.backlot.onnx.TensorMismatch;
import studio.backlot.onnx.TensorSpec;
import studio.backlot.raster.Plate;

/// A CenterFace graph: RGB planes from 0 to 255 in, a heat map with the size and the offset of the
/// face at each of its cells out.
///
/// The picture is looked at as a whole. A large one is reduced first: a face that is legible at
/// delivery size still has more than the ten pixels that the network needs, and the time stays
/// bounded. The fourth output, five points of each face, is not computed.
public final class OnnxFaceFinder implements FaceFinder {
    /// The longest side that is looked at without reducing.
    static final int LONGEST_SIDE = 1_280;

    /// Above this score the authors take a place for a face.
    private static final float THRESHOLD = 0.5f;

    /// Sides of the picture that the network sees are multiples of this.
    private static final int GRID = 32;

    private static final int HEAT_CHANNELS = 1;
    private static final int BOX_CHANNELS = 2;

    private final OnnxRuntime runtime;
    private final OnnxSession session;
    private final TensorSpec input;
    private final TensorSpec heat;
    private final TensorSpec size;
    private final TensorSpec offset;

    private OnnxFaceFinder(OnnxRuntime runtime, OnnxSession session) {
        this.runtime = runtime;
        this.session = session;
        if (session.inputs().size() != 1
                || session.outputs().size() < 3
                || !hasChannels(session.inputs().getFirst(), Plate.CHANNELS)
                || !hasChannels(session.outputs().get(0), HEAT_CHANNELS)
                || !hasChannels(session.outputs().get(1), BOX_CHANNELS)
                || !hasChannels(session.outputs().get(2), BOX_CHANNELS)) {
            throw new TensorMismatch(
                    session.file(),
                    "is no face finder: it takes "
                            + session.inputs()
                            + " and gives "
                            + session.outputs());
        }
        this.input = session.inputs().getFirst();
        this.heat = session.outputs().get(0);
        this.size = session.outputs().get(1);
        this.offset = session.outputs().get(2);
    }

    private static boolean hasChannels(TensorSpec spec, int channels) {
        return spec.type().isFloating() && spec.rank() == 4 && spec.dimension(1) == channels;
    }

    /// Loads the graph; throws a [studio.backlot.onnx.ModelFailure] that says what is wrong with
    /// it.
    public static OnnxFaceFinder open(Path file) {
        OnnxRuntime runtime = OnnxRuntime.open();
        return Owned.by(
                OnnxSession.open(runtime, file), session -> new OnnxFaceFinder(runtime, session));
    }

    @Override
    public List<Face> find(Plate picture, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        Plate view = view(picture);
        HeatMap map = look(view, cancellation);
        return map.faces(THRESHOLD, view.width(), view.height()).stream()
                .map(spot -> spot.inPicture(view, picture))
                .toList();
    }

    /// The picture, reduced when it is large.
    private static Plate view(Plate picture) {
        int longest = Math.max(picture.width(), picture.height());
        if (longest <= LONGEST_SIDE) {
            return picture;
        }
        return picture.downscaled(
                Math.max(1, Math.round((float) picture.width() * LONGEST_SIDE / longest)),
                Math.max(1, Math.round((float) picture.height() * LONGEST_SIDE / longest)));
    }

    private HeatMap look(Plate view, Cancellation cancellation) {
        int width = padded(view.width());
        int height = padded(view.height());
        int columns = width / HeatMap.STRIDE;
        int rows = height / HeatMap.STRIDE;
        try (var seen = TensorBuffer.of(runtime, input.type(), 1, Plate.CHANNELS, height, width);
                var heats = TensorBuffer.of(runtime, heat.type(), 1, HEAT_CHANNELS, rows, columns);
                var sizes = TensorBuffer.of(runtime, size.type(), 1, BOX_CHANNELS, rows, columns);
                var offsets =
                        TensorBuffer.of(runtime, offset.type(), 1, BOX_CHANNELS, rows, columns)) {
            seen.put(0, planes(view, width, height));
            session.runInto(
                    Map.of(input.name(), seen),
                    Map.of(heat.name(), heats, size.name(), sizes, offset.name(), offsets),
                    cancellation);
            return new HeatMap(columns, rows, values(heats), values(sizes), values(offsets));
        }
    }

    private static int padded(int side) {
        return Math.ceilDiv(side, GRID) * GRID;
    }

    /// The samples in planes, with black to the right and below up to the grid.
    private static float[] planes(Plate view, int width, int height) {
        byte[] rgb = view.rgb();
        var planes = new float[Plate.CHANNELS * width * height];
        int from = 0;
        for (int y = 0; y < view.height(); y++) {
            for (int at = y * width; at < y * width + view.width(); at++) {
                for (int channel = 0; channel < Plate.CHANNELS; channel++) {
                    planes[channel * width * height + at] = rgb[from++] & 0xff;
                }
            }
        }
        return planes;
    }

    private static float[] values(TensorBuffer buffer) {
        var values = new float[buffer.count()];
        buffer.get(0, values);
        return values;
    }

    @Override
    public void close() {
        session.close();
    }
}
