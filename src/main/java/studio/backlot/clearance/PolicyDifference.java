package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;

/// One rule in which a policy is other than its preset: where, as a JSON pointer, and both values
/// as JSON.
public record PolicyDifference(String where, String preset, String policy) {

    /// All of them, by place; the version is none.
    public static List<PolicyDifference> of(Policy policy) {
        Map<String, String> preset = new TreeMap<>();
        Map<String, String> own = new TreeMap<>();
        flatten(PolicyWriter.json(policy.preset().policy()), "", preset);
        flatten(PolicyWriter.json(policy), "", own);
        List<PolicyDifference> found = new ArrayList<>();
        for (String where : new TreeSet<>(own.keySet())) {
            String before = preset.getOrDefault(where, "");
            String now = own.getOrDefault(where, "");
            if (!where.equals("/version") && !before.equals(now)) {
                found.add(new PolicyDifference(where, before, now));
            }
        }
        return found;
    }

    private static void flatten(JsonObject json, String where, Map<String, String> found) {
        for (Map.Entry<String, JsonValue> member : json.members().entrySet()) {
            String place = where + "/" + member.getKey();
            if (member.getValue() instanceof JsonObject section) {
                flatten(section, place, found);
            } else {
                found.put(place, CanonicalJson.text(member.getValue()));
            }
        }
    }
}
