package studio.backlot.search;

import java.util.Optional;

/// What bringing an index up to its ledger did: entries `from` to `to − 1` were read; where it had
/// to be made anew, `rebuiltBecause` says why.
public record CatchUp(long from, long to, Optional<String> rebuiltBecause) {}
