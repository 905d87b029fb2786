package studio.backlot.identity.keyring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreFailed;

/// A keyring in memory, which can be locked.
final class RememberedSecrets implements SecretStore {
    private final Map<String, byte[]> secrets = new HashMap<>();
    private boolean isLocked;

    void lock() {
        isLocked = true;
    }

    void unlock() {
        isLocked = false;
    }

    Set<String> names() {
        return Set.copyOf(secrets.keySet());
    }

    @Override
    public Optional<byte[]> read(String name) {
        requireOpen(name);
        return Optional.ofNullable(secrets.get(name)).map(byte[]::clone);
    }

    @Override
    public void write(String name, byte[] secret) {
        requireOpen(name);
        secrets.put(name, secret.clone());
    }

    @Override
    public void delete(String name) {
        requireOpen(name);
        secrets.remove(name);
    }

    private void requireOpen(String name) {
        SecretName.checked(name);
        if (isLocked) {
            throw new SecretStoreFailed("the keyring is locked");
        }
    }
}
