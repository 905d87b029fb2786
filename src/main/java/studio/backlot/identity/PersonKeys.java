package studio.backlot.identity;

/// The public halves of a person's two Ed25519 keys.
///
/// The everyday key signs every entry unasked; the guarded key lies behind a passphrase and signs
/// verdicts, hand-overs, consents, overrides and enrolments. What each proves is in
/// `docs/identity.md`.
public record PersonKeys(VerificationKey everyday, VerificationKey guarded) {
    public PersonKeys {
        if (everyday.equals(guarded)) {
            throw new IllegalArgumentException(
                    "the everyday key and the guarded key of a person must be two keys");
        }
    }
}
