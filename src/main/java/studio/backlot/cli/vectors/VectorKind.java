package studio.backlot.cli.vectors;

import studio.backlot.base.JsonValue.JsonObject;

/// One kind of computed values: from a case's input to its output.
@FunctionalInterface
public interface VectorKind {
    /// The output members of one case; fails with words when the case cannot be computed.
    JsonObject compute(VectorCase input);
}
