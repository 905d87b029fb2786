package studio.backlot.workflow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.backlot.base.Cancellation;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.diffusion.LatentShape;
import studio.backlot.diffusion.LinearPreview;
import studio.backlot.diffusion.VaeDecoder;
import studio.backlot.job.WorkspaceSettings;
import studio.backlot.raster.Plate;

/// Small pictures of one run's latents while it is at work, at next to no cost.
///
/// The weights of a pack's colours are learnt from its first finished picture and kept; until then
/// from a small piece of the latents, which its decoder is asked for once.
final class LatentPreviews {
    private static final String SETTING = "preview ";

    /// The shortest time between two pictures.
    private static final long PAUSE_MILLIS = 200;

    /// Sides of the piece that is decoded where no weights are known.
    private static final int PIECE = 8;

    /// Steps before the piece is decoded: earlier ones show noise alone.
    private static final int BEFORE_THE_PIECE = 4;

    private final WorkspaceSettings settings;
    private final String pack;
    private final InstantSource clock;
    private final Consumer<Plate> shown;
    private Optional<LinearPreview> preview;
    private boolean isLearnt;
    private boolean isPieceTried;
    private Optional<LatentShape> shape = Optional.empty();
    private Optional<VaeDecoder> decoder = Optional.empty();
    private long last;
    private int steps;

    LatentPreviews(
            WorkspaceSettings settings, String pack, InstantSource clock, Consumer<Plate> shown) {
        this.settings = settings;
        this.pack = pack;
        this.clock = clock;
        this.shown = shown;
        preview = known();
    }

    private Optional<LinearPreview> known() {
        return settings.read(SETTING + pack)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .map(weights ->
                        new LinearPreview(
                                weights.elements().stream()
                                        .map(weight ->
                                                Double.valueOf(((JsonString) weight).value()))
                                        .toList()));
    }

    void begun(LatentShape newShape, VaeDecoder newDecoder) {
        shape = Optional.of(newShape);
        decoder = Optional.of(newDecoder);
        preview = preview.filter(known -> known.fits(newShape));
        isLearnt = preview.isPresent();
    }

    void stepped(float[] latents) {
        steps++;
        long now = clock.millis();
        if (shape.isEmpty() || now - last < PAUSE_MILLIS) {
            return;
        }
        if (preview.isEmpty() && !isPieceTried && steps >= BEFORE_THE_PIECE) {
            isPieceTried = true;
            preview = learntFromAPiece(latents, shape.get());
        }
        preview.ifPresent(known -> {
            last = now;
            shown.accept(known.render(latents, shape.get()));
        });
    }

    /// None where the decoder takes pictures of one size only.
    private Optional<LinearPreview> learntFromAPiece(float[] latents, LatentShape whole) {
        var part =
                new LatentShape(
                        whole.channels(),
                        Math.min(PIECE, whole.height()),
                        Math.min(PIECE, whole.width()));
        var piece = new float[part.count()];
        int top = (whole.height() - part.height()) / 2;
        int left = (whole.width() - part.width()) / 2;
        for (int row = 0; row < part.channels() * part.height(); row++) {
            int channel = row / part.height();
            int y = top + row % part.height();
            System.arraycopy(
                    latents,
                    (channel * whole.height() + y) * whole.width() + left,
                    piece,
                    row * part.width(),
                    part.width());
        }
        try {
            VaeDecoder.DecodedPicture decoded =
                    decoder.orElseThrow().decode(piece, part, new Cancellation());
            Plate picture =
                    Plate.ofPlanar(
                            decoded.planes(),
                            decoded.size().width(),
                            decoded.size().height(),
                            -1,
                            1);
            return LinearPreview.learn(piece, part, picture);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Learns from the finished picture where nothing was kept yet.
    void decoded(float[] latents, Plate plate) {
        if (!isLearnt) {
            shape.flatMap(known -> LinearPreview.learn(latents, known, plate))
                    .ifPresent(learnt -> {
                        List<JsonString> weights = new ArrayList<>();
                        learnt.weights()
                                .forEach(weight ->
                                        weights.add(new JsonString(JsonBuilder.decimal(weight))));
                        settings.write(SETTING + pack, new JsonArray(new ArrayList<>(weights)));
                    });
        }
    }
}
