-- The assets, as galleries and tables show them. An index of the first version knows none of them, so it begins anew.
DELETE FROM applied;
DELETE FROM summary;
DELETE FROM entry_asset;
DELETE FROM outcome;
DELETE FROM tile;
CREATE TABLE maker(
  maker INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  key TEXT NOT NULL,
  person TEXT,
  is_settled INTEGER NOT NULL CHECK(is_settled IN (0, 1)),
  UNIQUE(name, key)
) STRICT;
CREATE TABLE pack(
  pack INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL
) STRICT;
CREATE TABLE slot(
  slot INTEGER PRIMARY KEY,
  node TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  folded TEXT NOT NULL,
  place TEXT NOT NULL,
  top TEXT,
  newest_version INTEGER NOT NULL
) STRICT;
CREATE TABLE slot_within(
  node TEXT NOT NULL,
  slot INTEGER NOT NULL,
  PRIMARY KEY(node, slot)
) STRICT, WITHOUT ROWID;
-- Where an asset became known: the index of an own outcome, or of the import that brought it, times 2^20.
CREATE TABLE asset(
  sequence INTEGER PRIMARY KEY CHECK(sequence >= 0),
  asset BLOB NOT NULL CHECK(length(asset) = 32),
  production TEXT NOT NULL,
  outcome INTEGER NOT NULL,
  intent INTEGER,
  maker INTEGER NOT NULL,
  time TEXT NOT NULL,
  pack INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  slot INTEGER NOT NULL DEFAULT 0,
  place TEXT NOT NULL DEFAULT '~',
  version INTEGER NOT NULL DEFAULT 0,
  use TEXT,
  state TEXT NOT NULL DEFAULT 'draft',
  is_changed INTEGER NOT NULL DEFAULT 0 CHECK(is_changed IN (0, 1)),
  is_submitted INTEGER NOT NULL DEFAULT 0 CHECK(is_submitted IN (0, 1)),
  open_questions INTEGER NOT NULL DEFAULT 0,
  is_starred INTEGER NOT NULL DEFAULT 0 CHECK(is_starred IN (0, 1)),
  is_hidden INTEGER NOT NULL DEFAULT 0 CHECK(is_hidden IN (0, 1)),
  UNIQUE(asset, maker)
) STRICT;
CREATE INDEX asset_by_place ON asset(place, sequence DESC);
CREATE INDEX asset_by_slot ON asset(slot, sequence);
CREATE INDEX asset_starred ON asset(sequence) WHERE is_starred = 1;
CREATE TABLE waiting(
  person TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY(person, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_by_sequence ON waiting(sequence);
CREATE TABLE asset_question(
  asset BLOB NOT NULL CHECK(length(asset) = 32),
  rule TEXT NOT NULL,
  use_case TEXT,
  PRIMARY KEY(asset, rule)
) STRICT, WITHOUT ROWID;
CREATE TABLE held_back(
  production TEXT PRIMARY KEY,
  plates INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE standing(
  id INTEGER PRIMARY KEY CHECK(id = 0),
  size INTEGER NOT NULL CHECK(size >= 0)
) STRICT;
