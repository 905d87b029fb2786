package studio.backlot.identity.keyring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreFailed;

/// Where guarded keys lie: with a passphrase in an encrypted file; without one in the keyring, or
/// in a file as long as no keyring takes it.
///
/// A key without a passphrase is born in a file and moves into the keyring when it is first used,
/// so that nothing is loaded and nobody is asked before that. The file goes only when the keyring
/// has given back what was put in.
final class GuardedKeys {
    private final Path folder;
    private final Supplier<Keyring> keyring;
    private final SecureRandom random;

    GuardedKeys(Path folder, Supplier<Keyring> keyring, SecureRandom random) {
        this.folder = folder;
        this.keyring = keyring;
        this.random = random;
    }

    /// The secret of that name. Throws [SecretStoreFailed] where it may lie in a keyring that
    /// cannot be asked.
    Optional<byte[]> read(String name, String passphrase) {
        SecretStore file = file(passphrase);
        Optional<byte[]> kept = file.read(name);
        if (!passphrase.isEmpty()) {
            return kept;
        }
        if (kept.isEmpty()) {
            return readKeyring(name);
        }
        moveIntoKeyring(name, kept.get(), file);
        return kept;
    }

    private Optional<byte[]> readKeyring(String name) {
        return switch (keyring.get()) {
            case Keyring.Usable(SecretStore secrets) -> secrets.read(name);
            case Keyring.None(String reason) ->
                    throw new SecretStoreFailed(
                            "the guarded key is in no file of the app folder, and there is no keyring to ask: "
                                    + reason
                                    + "; use it in the session where it was last used, or have the key replaced by a producer");
        };
    }

    /// What goes wrong leaves the key in its file, where it works as before.
    private void moveIntoKeyring(String name, byte[] secret, SecretStore file) {
        if (keyring.get() instanceof Keyring.Usable(SecretStore secrets)) {
            try {
                secrets.write(name, secret);
                if (secrets.read(name).filter(one -> Arrays.equals(one, secret)).isPresent()) {
                    file.delete(name);
                }
            } catch (SecretStoreFailed e) {
                return;
            }
        }
    }

    /// Keeps a secret in a file under this passphrase, which may be empty.
    void write(String name, byte[] secret, String passphrase) {
        file(passphrase).write(name, secret);
    }

    /// Takes the copy without a passphrase out of the keyring, for a key that now has one.
    void leaveKeyring(String name) {
        if (keyring.get() instanceof Keyring.Usable(SecretStore secrets)) {
            try {
                secrets.delete(name);
            } catch (SecretStoreFailed e) {
                throw new SecretStoreFailed(
                        "the passphrase is set, but the keyring still holds the key without it: remove \"Backlot "
                                + name
                                + "\" there by hand ("
                                + e.getMessage()
                                + ")",
                        e);
            }
        }
    }

    private FileSecretStore file(String passphrase) {
        return FileSecretStore.open(folder, Passphrase.of(passphrase), random);
    }
}
