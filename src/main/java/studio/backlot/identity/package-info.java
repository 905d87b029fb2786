/// Who signs: Ed25519 keys, their fingerprints, and the place where secrets are kept.
///
/// Keys never enter a production's folder. What a signature means is decided by the package that
/// asks for one. Start with [studio.backlot.identity.SigningKey].
package studio.backlot.identity;
