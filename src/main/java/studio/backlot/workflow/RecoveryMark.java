package studio.backlot.workflow;

import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.job.WorkspaceSettings;

/// How far the last recovery went: every run whose intent is among the first `entries` has its
/// outcome, and every payload up to `payload` was looked at. Kept in the workspace so that opening
/// reads only what came later; without it everything is read.
record RecoveryMark(long entries, long payload) {
    static final RecoveryMark NONE = new RecoveryMark(0, 0);

    private static final String SETTING = "recovered";

    static RecoveryMark read(WorkspaceSettings settings) {
        try {
            return settings.read(SETTING)
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .map(json -> new RecoveryMark(number(json, "entries"), number(json, "payload")))
                    .orElse(NONE);
        } catch (MalformedJson e) {
            return NONE;
        }
    }

    private static long number(JsonObject json, String name) {
        return json.number(name).map(JsonNumber::asLong).filter(value -> value >= 0).orElse(0L);
    }

    void write(WorkspaceSettings settings) {
        settings.write(
                SETTING, new JsonBuilder().put("entries", entries).put("payload", payload).build());
    }
}
