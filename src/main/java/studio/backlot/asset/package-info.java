/// The files that Backlot keeps, named by the SHA-256 of their bytes and never changed.
///
/// An asset that no ledger entry names is an orphan and is not shown. Start with
/// [studio.backlot.asset.AssetStore].
package studio.backlot.asset;
