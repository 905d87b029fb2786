package studio.backlot.cli;

import java.util.List;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.ValidationStatus;

/// Validation statuses as lines and as JSON.
final class StatusLines {
    private StatusLines() {}

    static String line(ValidationStatus status) {
        return switch (status.severity()) {
                    case FINDING -> "finding  ";
                    case NOTE -> "note     ";
                }
                + status.code()
                + "  "
                + status.where()
                + ": "
                + status.explanation();
    }

    static JsonObject json(ValidationStatus status) {
        return new JsonBuilder()
                .put(
                        "severity",
                        switch (status.severity()) {
                            case FINDING -> "finding";
                            case NOTE -> "note";
                        })
                .put("code", status.code())
                .put("where", status.where())
                .put("explanation", status.explanation())
                .build();
    }

    static boolean hasFinding(List<ValidationStatus> statuses) {
        return statuses.stream()
                .anyMatch(status -> status.severity() == ValidationStatus.Severity.FINDING);
    }
}
