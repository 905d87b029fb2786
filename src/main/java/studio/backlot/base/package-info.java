/// Values that every feature shares: hashes, canonical JSON, progress and cancellation.
///
/// Nothing here knows a feature, a library or a file. What is useful to only one feature belongs in
/// that feature. Start with [studio.backlot.base.ContentHash] and
/// [studio.backlot.base.CanonicalJson].
package studio.backlot.base;
