package studio.backlot.identity;

/// A person whose keys were made on this machine, with the everyday key at hand.
///
/// `hasPassphrase`: whether the guarded key needs one; without one it is protected by the rights of
/// its file alone.
public record OwnPerson(Person person, SigningKey everyday, boolean hasPassphrase) {}
