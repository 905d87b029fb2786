-- Ids are random 63-bit numbers: a database of keys begun anew on another machine never names an old key by accident.
CREATE TABLE payload_key(
  key_id INTEGER PRIMARY KEY CHECK(key_id >= 1),
  secret BLOB NOT NULL CHECK(length(secret) = 32)
) STRICT;
CREATE TRIGGER payload_key_no_update BEFORE UPDATE ON payload_key
BEGIN SELECT RAISE(ABORT, 'keys are never changed'); END;
CREATE TRIGGER payload_key_no_replace BEFORE INSERT ON payload_key
WHEN EXISTS(SELECT 1 FROM payload_key WHERE key_id = NEW.key_id)
BEGIN SELECT RAISE(ABORT, 'keys are never changed'); END;
