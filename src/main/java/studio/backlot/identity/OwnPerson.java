package studio.backlot.identity;

import java.util.List;

/// A person whose keys were made on this machine, with the everyday key at hand.
///
/// `hasPassphrase`: whether the guarded key needs one; without one it is protected by the account's
/// keyring, or by the rights of its file alone. `earlier`: the same person with the keys that these
/// replaced, since other productions may know them by those still.
public record OwnPerson(
        Person person, SigningKey everyday, boolean hasPassphrase, List<OwnPerson> earlier) {
    public OwnPerson {
        earlier = List.copyOf(earlier);
    }

    /// The person with the keys of this machine that a production knows them by: these ones where
    /// it knows none of them.
    public OwnPerson with(PersonKeys known) {
        return earlier.stream()
                .filter(one -> one.person().keys().equals(known))
                .findFirst()
                .orElse(this);
    }
}
