package studio.backlot.provenance;

import java.util.Optional;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;

/// Who appends an entry: the person it will name, and the key that will sign it.
public record Signatory(Maker maker, Optional<SigningKey> key) {
    public Signatory {
        if (!maker.key().equals(key.map(one -> one.verificationKey().fingerprint()))) {
            throw new IllegalArgumentException(
                    maker.name() + " is named with another key than the one that signs");
        }
    }

    /// A person who signs with this key.
    public static Signatory of(String name, Role role, SigningKey key) {
        return new Signatory(
                new Maker(name, role, Optional.of(key.verificationKey().fingerprint())),
                Optional.of(key));
    }

    /// A person without a key, whose name is as typed.
    public static Signatory unsigned(Maker maker) {
        return new Signatory(maker, Optional.empty());
    }

    /// The same person, signing with another of their keys.
    public Signatory with(SigningKey other) {
        return of(maker.name(), maker.role(), other);
    }

    /// The same person in another role.
    public Signatory in(Role role) {
        return new Signatory(new Maker(maker.name(), role, maker.key()), key);
    }
}
