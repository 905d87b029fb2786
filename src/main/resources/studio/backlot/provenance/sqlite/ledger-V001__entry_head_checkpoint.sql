-- Beside the body stand its leaf hash, so that verification names the very entry that was changed, and its event, so that
-- the few entries which say what holds in the production are found among a million.
CREATE TABLE entry(
  entry_index INTEGER PRIMARY KEY CHECK(entry_index >= 0),
  event TEXT NOT NULL,
  leaf BLOB NOT NULL CHECK(length(leaf) = 32),
  body BLOB NOT NULL CHECK(length(body) > 0)
) STRICT;
CREATE INDEX entry_register ON entry(entry_index) WHERE event NOT IN ('intent', 'outcome', 'export');
CREATE TABLE head(
  id INTEGER PRIMARY KEY CHECK(id = 0),
  size INTEGER NOT NULL CHECK(size >= 0),
  root BLOB NOT NULL CHECK(length(root) = 32),
  frontier BLOB NOT NULL CHECK(length(frontier) % 32 = 0),
  note TEXT NOT NULL
) STRICT;
CREATE TABLE checkpoint(
  size INTEGER PRIMARY KEY CHECK(size >= 0),
  root BLOB NOT NULL CHECK(length(root) = 32),
  note TEXT NOT NULL
) STRICT;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- Also stops INSERT OR REPLACE, which passes the two above on a connection without recursive triggers.
CREATE TRIGGER entry_next BEFORE INSERT ON entry
WHEN NEW.entry_index IS NOT (SELECT coalesce(max(entry_index), -1) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only and has no gaps'); END;
CREATE TRIGGER head_only_grows BEFORE UPDATE ON head WHEN NEW.size <= OLD.size OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER head_no_delete BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, 'the ledger has one head'); END;
CREATE TRIGGER head_no_replace BEFORE INSERT ON head WHEN EXISTS(SELECT 1 FROM head)
BEGIN SELECT RAISE(ABORT, 'the ledger has one head'); END;
CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoints are kept'); END;
CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoints are kept'); END;
CREATE TRIGGER checkpoint_no_replace BEFORE INSERT ON checkpoint WHEN EXISTS(SELECT 1 FROM checkpoint WHERE size = NEW.size)
BEGIN SELECT RAISE(ABORT, 'checkpoints are kept'); END;
