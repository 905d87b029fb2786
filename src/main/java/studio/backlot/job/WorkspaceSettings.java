package studio.backlot.job;

import java.util.Optional;
import studio.backlot.base.JsonValue;

/// Small settings of one production on this machine, such as its anchor folder; a JSON value by
/// name.
///
/// A write MUST be durable on return. Nothing here is evidence: losing all of it loses convenience
/// and no record.
public interface WorkspaceSettings {
    /// The value of that name, if there is one.
    Optional<JsonValue> read(String name);

    /// Sets a value, replacing what was there.
    void write(String name, JsonValue value);

    /// Forgets a value; does nothing when there is none.
    void remove(String name);
}
