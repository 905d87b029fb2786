package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonBoolean;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.provenance.PayloadReference;

/// Finds the payload references that stand anywhere in an entry's assertions.
public final class PayloadReferences {
    private PayloadReferences() {}

    /// The references in the order in which they stand.
    public static List<PayloadReference> in(JsonObject assertions) {
        List<PayloadReference> found = new ArrayList<>();
        collect(assertions, found);
        return found;
    }

    private static void collect(JsonValue value, List<PayloadReference> found) {
        switch (value) {
            case JsonObject object -> {
                if (object.get("payload").isPresent() && object.get("commitment").isPresent()) {
                    found.add(PayloadReference.parse(object));
                } else {
                    object.members().values().forEach(member -> collect(member, found));
                }
            }
            case JsonArray array -> array.elements().forEach(element -> collect(element, found));
            case JsonString ignored -> {}
            case JsonNumber ignored -> {}
            case JsonBoolean ignored -> {}
            case JsonNull ignored -> {}
        }
    }
}
