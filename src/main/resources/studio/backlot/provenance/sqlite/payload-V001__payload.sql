-- AUTOINCREMENT: the id of an erased payload is never given to another one.
CREATE TABLE payload(
  payload_id INTEGER PRIMARY KEY AUTOINCREMENT CHECK(payload_id >= 1),
  key_id INTEGER NOT NULL CHECK(key_id >= 1),
  nonce BLOB NOT NULL CHECK(length(nonce) = 12),
  ciphertext BLOB NOT NULL CHECK(length(ciphertext) >= 48)
) STRICT;
CREATE TRIGGER payload_no_update BEFORE UPDATE ON payload BEGIN SELECT RAISE(ABORT, 'payloads are never changed'); END;
CREATE TRIGGER payload_no_replace BEFORE INSERT ON payload
WHEN EXISTS(SELECT 1 FROM payload WHERE payload_id = NEW.payload_id)
BEGIN SELECT RAISE(ABORT, 'payloads are never changed'); END;
