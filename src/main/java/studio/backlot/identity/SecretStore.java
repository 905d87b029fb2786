package studio.backlot.identity;

import java.util.Optional;

/// Keeps small secrets by name outside every production: the operating system's keyring, or
/// encrypted files.
///
/// An implementation MUST make a write durable before it returns and MUST NOT log or echo a secret.
public interface SecretStore {
    /// The secret of that name, if there is one. Names are lower-case letters, digits, `-` and `.`,
    /// and start with a letter or digit. Throws [WrongPassphrase], [SecretDamaged] or
    /// [SecretStoreFailed].
    Optional<byte[]> read(String name);

    /// Keeps a secret under a name, replacing what was there. Throws [SecretStoreFailed] and leaves
    /// the old one then.
    void write(String name, byte[] secret);

    /// Forgets the secret of that name; does nothing when there is none.
    void delete(String name);
}
