/// Assets as files: `assets/ab/cd/<64 hexadecimal digits>`, written whole or not at all, read-only
/// from then on.
///
/// No ledger and no picture format here: a file is only its bytes and their hash. Start with
/// [studio.backlot.asset.file.FileAssetStore].
package studio.backlot.asset.file;
