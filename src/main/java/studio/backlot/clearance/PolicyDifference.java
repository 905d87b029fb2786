package studio.backlot.clearance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;

/// One rule of a policy beside the same rule of its preset: where, as a JSON pointer, and both
/// values as JSON.
public record PolicyDifference(String where, String preset, String policy) {
    /// What a file says beside its rules.
    private static final List<String> NO_RULES = List.of("/version", "/schema", "/preset");

    /// The rules in which a policy is other than its preset, by place; the version is none.
    public static List<PolicyDifference> of(Policy policy) {
        return all(policy).stream().filter(PolicyDifference::isOther).toList();
    }

    /// All rules of a policy, by place; the version is none.
    public static List<PolicyDifference> all(Policy policy) {
        Map<String, String> preset = new TreeMap<>();
        Map<String, String> own = new TreeMap<>();
        flatten(PolicyWriter.json(policy.preset().policy()), "", preset);
        flatten(PolicyWriter.json(policy), "", own);
        NO_RULES.forEach(own::remove);
        return own.entrySet().stream()
                .map(rule ->
                        new PolicyDifference(
                                rule.getKey(),
                                preset.getOrDefault(rule.getKey(), ""),
                                rule.getValue()))
                .toList();
    }

    /// Whether the policy is other than its preset here.
    public boolean isOther() {
        return !preset.equals(policy);
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
