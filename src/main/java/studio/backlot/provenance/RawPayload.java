package studio.backlot.provenance;

/// One row of the payload store: its id, the seal computed anew from what is stored, and what opening it gave.
public record RawPayload(long id, byte[] seal, Opening opening) {
    /// What opening a row gave, before any entry was asked.
    public sealed interface Opening {}

    /// The row was decrypted: the salt and the text, to be compared with a commitment.
    public record Opened(byte[] salt, byte[] content) implements Opening {}

    /// There is no key for it on this machine.
    public record Locked() implements Opening {
        /// The one value.
        public static final Locked LOCKED = new Locked();
    }

    /// There is a key, but the row does not open with it; `explanation` says how.
    public record Refused(String explanation) implements Opening {}
}
