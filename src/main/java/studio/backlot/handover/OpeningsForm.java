package studio.backlot.handover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadOpening;

/// Writes the texts that a package shows as canonical JSON and reads exactly that.
///
/// They lie apart from the manifest, which an importer keeps for good, so that they can be erased.
public final class OpeningsForm {
    private static final String SCHEMA = "backlot.openings/1";

    private OpeningsForm() {}

    public static byte[] bytes(List<PackedOpening> openings) {
        return CanonicalJson.bytes(
                new JsonBuilder()
                        .put("schema", SCHEMA)
                        .put(
                                "openings",
                                openings.stream()
                                        .map(one ->
                                                new JsonBuilder()
                                                        .put("entry", one.entry())
                                                        .put("opening", one.opening().toJson())
                                                        .build())
                                        .toList())
                        .build());
    }

    /// Reads openings from anyone; throws [PackageRefused] saying what is wrong.
    public static List<PackedOpening> parse(byte[] file) {
        List<PackedOpening> openings = new ArrayList<>();
        try {
            JsonObject json = JsonReader.parseObject(file);
            for (JsonValue element : json.array("openings").orElse(List.of())) {
                JsonObject one = element instanceof JsonObject object ? object : JsonObject.EMPTY;
                openings.add(
                        new PackedOpening(
                                one.number("entry").map(JsonNumber::asLong).orElse(-1L),
                                PayloadOpening.parse(
                                        one.object("opening").orElse(JsonObject.EMPTY))));
            }
        } catch (MalformedJson | MalformedEntry | IllegalArgumentException e) {
            throw new PackageRefused(
                    "the texts in the package cannot be read: "
                            + e.getMessage()
                            + "; ask for it to be made again",
                    e);
        }
        if (!Arrays.equals(bytes(openings), file)) {
            throw new PackageRefused(
                    "the texts in the package are not in the one form that Backlot writes: ask for it to be made again");
        }
        return openings;
    }
}
