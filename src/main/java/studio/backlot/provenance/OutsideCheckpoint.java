package studio.backlot.provenance;

/// A signed checkpoint of the ledger that was kept where the ledger's holder could not change it
/// with the ledger: in an anchor folder, a file, a mail. `source` says where it came from, `note`
/// is its text as found.
public record OutsideCheckpoint(String source, String note) {}
