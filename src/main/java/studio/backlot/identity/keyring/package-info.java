/// Secrets kept outside every production: encrypted files of this account.
///
/// No secret is ever logged or put into a message. Start with
/// [studio.backlot.identity.keyring.FileSecretStore].
package studio.backlot.identity.keyring;
