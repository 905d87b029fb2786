CREATE TABLE payload(
  payload_id INTEGER PRIMARY KEY CHECK(payload_id >= 1),
  key_id INTEGER NOT NULL CHECK(key_id >= 1),
  nonce BLOB NOT NULL CHECK(length(nonce) = 12),
  ciphertext BLOB NOT NULL
) STRICT;
