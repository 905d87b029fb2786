/// Secrets kept outside every production: encrypted files of this account, and the operating
/// system's keyring for guarded keys that have no passphrase.
///
/// No secret is ever logged or put into a message, and no native code is called but the keyring's.
/// Start with [studio.backlot.identity.keyring.FileSecretStore] and
/// [studio.backlot.identity.keyring.GuardedKeys].
package studio.backlot.identity.keyring;
