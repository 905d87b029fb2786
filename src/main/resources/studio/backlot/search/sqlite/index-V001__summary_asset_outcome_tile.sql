-- Everything here is derived from ledger.sqlite and made anew whenever it does not agree with it.
CREATE TABLE applied(
  id INTEGER PRIMARY KEY CHECK(id = 0),
  production TEXT NOT NULL,
  size INTEGER NOT NULL CHECK(size >= 0),
  root BLOB NOT NULL CHECK(length(root) = 32)
) STRICT;
CREATE TABLE summary(
  entry_index INTEGER PRIMARY KEY CHECK(entry_index >= 0),
  event TEXT NOT NULL,
  job TEXT,
  time TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  status TEXT,
  use TEXT
) STRICT;
CREATE TABLE entry_asset(
  asset BLOB NOT NULL CHECK(length(asset) = 32),
  entry_index INTEGER NOT NULL,
  PRIMARY KEY(asset, entry_index)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_asset_by_entry ON entry_asset(entry_index);
CREATE TABLE outcome(
  intent INTEGER PRIMARY KEY,
  entry_index INTEGER NOT NULL
) STRICT;
CREATE TABLE tile(
  level INTEGER NOT NULL CHECK(level BETWEEN 0 AND 7),
  tile_index INTEGER NOT NULL CHECK(tile_index >= 0),
  hashes BLOB NOT NULL CHECK(length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
  PRIMARY KEY(level, tile_index)
) STRICT, WITHOUT ROWID;
