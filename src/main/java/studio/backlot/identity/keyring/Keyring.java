package studio.backlot.identity.keyring;

import studio.backlot.identity.SecretStore;

/// Whether this session has an operating system's keyring.
public sealed interface Keyring {
    /// There is one. It may be locked still: reading and writing say so.
    record Usable(SecretStore secrets) implements Keyring {}

    /// There is none; `reason` says why, as the end of a sentence.
    record None(String reason) implements Keyring {}
}
