package studio.backlot.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The persons whose keys were made on this machine.
///
/// An implementation MUST keep both keys durable before it returns them, MUST keep the guarded key
/// sealed under its passphrase, MUST NOT keep either inside a production, and MUST NOT ask a
/// keyring for anything but a guarded key that is used. Failures are [SecretStoreFailed] and
/// [SecretDamaged]; a wrong passphrase is [WrongPassphrase].
public interface OwnPersons {
    /// All of them, in the order of their names.
    List<OwnPerson> all();

    /// The one credited by exactly this name, if there is one.
    Optional<OwnPerson> named(String name);

    /// Makes a person with two new keys; throws [IllegalArgumentException] where the name is taken.
    /// An empty passphrase is none.
    OwnPerson create(String name, Set<Role> roles, String passphrase);

    /// The guarded key of a person, to be used.
    SigningKey guarded(OwnPerson person, String passphrase);

    /// Seals the guarded key, and the earlier ones, under another passphrase.
    OwnPerson changePassphrase(OwnPerson person, String old, String replacement);

    /// Makes two new keys for a person. The old ones are kept as [OwnPerson#earlier], since they
    /// must sign in each production that they are replaced.
    OwnPerson replaceKeys(OwnPerson person, String passphrase);
}
