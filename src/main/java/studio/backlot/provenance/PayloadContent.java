package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;

/// What opening a payload gave.
public sealed interface PayloadContent {
    /// The text and the salt of its commitment, both checked against the reference.
    record Open(byte[] salt, byte[] content) implements PayloadContent {
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /// The row is whole, but its key is not on this machine (or was destroyed).
    record Locked() implements PayloadContent {}

    /// There is no such row.
    record Absent() implements PayloadContent {}

    /// The row or its key is not what the reference says; `explanation` says how.
    record Damaged(String explanation) implements PayloadContent {}
}
