package studio.backlot.app;

import java.util.Optional;
import studio.backlot.base.JsonValue;
import studio.backlot.job.JobStoreFailed;
import studio.backlot.job.WorkspaceSettings;

/// The settings of a production that is opened for reading and whose workspace is not there: none,
/// and none can be kept.
final class NoSettings implements WorkspaceSettings {
    @Override
    public Optional<JsonValue> read(String name) {
        return Optional.empty();
    }

    @Override
    public void write(String name, JsonValue value) {
        throw readOnly();
    }

    @Override
    public void remove(String name) {
        throw readOnly();
    }

    private static JobStoreFailed readOnly() {
        return new JobStoreFailed(
                "This production is open for reading only. Nothing was written; open it for writing.");
    }
}
