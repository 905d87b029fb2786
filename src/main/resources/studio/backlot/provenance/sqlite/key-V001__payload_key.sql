CREATE TABLE payload_key(
  key_id INTEGER PRIMARY KEY CHECK(key_id >= 1),
  secret BLOB NOT NULL CHECK(length(secret) = 32)
) STRICT;
