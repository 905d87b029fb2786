package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.FaceCheck;
import studio.backlot.likeness.Face;
import studio.backlot.raster.Plate;

/// Looks pictures through for faces, for the question whose they are.
///
/// It never stops the work: a picture that could not be looked through leaves a question as well.
/// The finder is loaded for the first picture and kept until this is closed.
final class FindFaces implements AutoCloseable {
    private final FaceFinderSource source;
    private Optional<FaceFinderSource.Loaded> loaded = Optional.empty();

    FindFaces(FaceFinderSource source) {
        this.source = source;
    }

    /// One picture that was looked through: what is recorded of it, and what the rule says.
    record Look(ContentHash pixels, JsonObject toJson, Decision decision) {}

    /// Looks through one picture. Throws [Cancelled] soon after the latch falls.
    Look in(Plate picture, Cancellation cancellation) {
        ContentHash pixels = picture.pixelHash();
        var json = new JsonBuilder().put("pixels", pixels.hex());
        try {
            if (loaded.isEmpty()) {
                loaded = source.open();
            }
            if (loaded.isEmpty()) {
                return new Look(
                        pixels, json.build(), FaceCheck.impossible("no face finder is installed"));
            }
            List<Face> faces = loaded.get().finder().find(picture, cancellation);
            return new Look(pixels, found(json, faces), FaceCheck.found(faces.size()));
        } catch (Cancelled e) {
            throw e;
        } catch (RuntimeException e) {
            return new Look(
                    pixels, json.build(), FaceCheck.impossible(String.valueOf(e.getMessage())));
        }
    }

    private JsonObject found(JsonBuilder json, List<Face> faces) {
        FaceFinderSource.Loaded used = loaded.orElseThrow();
        return json.put("found", faces.size())
                .put(
                        "scores",
                        faces.stream().map(face -> new JsonString(rounded(face.score()))).toList())
                .put("finder", PlateAssertions.pack(used.pack(), used.files()))
                .build();
    }

    /// Two digits: the rest is noise.
    private static String rounded(double score) {
        return JsonBuilder.decimal(Math.round(score * 100) / 100.0);
    }

    @Override
    public void close() {
        loaded.ifPresent(FaceFinderSource.Loaded::close);
        loaded = Optional.empty();
    }
}
