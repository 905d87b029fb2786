package studio.backlot.provenance.sqlite;

/// One key of one payload: a random id and 32 random bytes for AES-256.
record PayloadKey(long id, byte[] secret) {}
