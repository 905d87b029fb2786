package studio.backlot.clearance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EventType;

/// The pictures about whose faces somebody answered at Submit, by the hash of their pixels: the
/// same picture is not asked about twice, in whatever file it lies.
public final class FaceAnswers {
    private final Set<ContentHash> pictures = new HashSet<>();

    /// Takes the next entry; only submissions count.
    void accept(KnownEntry known) {
        JsonObject assertions = known.entry().assertions();
        if (known.entry().event() != EventType.SUBMIT || !hasAnswer(assertions)) {
            return;
        }
        objects(assertions, FaceCheck.LABEL)
                .forEach(look ->
                        look.text("pixels")
                                .filter(ContentHash::isHex)
                                .ifPresent(hex -> pictures.add(new ContentHash(hex))));
    }

    private static boolean hasAnswer(JsonObject assertions) {
        return objects(assertions, "answers").stream()
                .anyMatch(answer -> answer.text("rule").orElse("").equals(FaceCheck.RULE));
    }

    private static List<JsonObject> objects(JsonObject assertions, String label) {
        List<JsonValue> elements = assertions.array(label).orElse(List.of());
        return elements.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /// Whether the faces of the picture with this pixel hash were answered for.
    public boolean covers(ContentHash pixels) {
        return pictures.contains(pixels);
    }
}
