package studio.backlot.provenance;

/// One row of the payload store: its id, the seal computed anew from what is stored, and a way to
/// open it.
public record RawPayload(long id, byte[] seal, Opener opener) {
    /// Tries to decrypt the row as a payload of a kind, with the key on this machine if there is
    /// one. Never throws for a damaged row.
    @FunctionalInterface
    public interface Opener {
        Opening open(PayloadKind kind);
    }

    /// What opening a row gave, before any commitment was compared.
    public sealed interface Opening {}

    /// The row was decrypted: the salt and the text, to be compared with a commitment.
    public record Opened(byte[] salt, byte[] content) implements Opening {}

    /// There is no key for it on this machine.
    public record Locked() implements Opening {}

    /// There is a key, but the row does not open with it; `explanation` says how.
    public record Refused(String explanation) implements Opening {}
}
