package studio.backlot.search.sqlite;

import java.util.Optional;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.EntrySummary;

/// What the index keeps of an entry: its leaf hash, its summary, the intent of the run that it
/// ended, and the asset that it made.
record NewEntry(
        byte[] leaf, EntrySummary summary, Optional<Long> ended, Optional<AssetFacts> made) {}
