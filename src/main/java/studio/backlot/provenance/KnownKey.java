package studio.backlot.provenance;

import studio.backlot.base.ContentHash;

/// What someone outside knows of a log's key, had by another way than the thing to verify: the key,
/// or its fingerprint.
public sealed interface KnownKey {
    /// The key itself, from a key file.
    record Whole(NoteKey key) implements KnownKey {
        @Override
        public boolean isOf(NoteKey candidate) {
            return key.equals(candidate);
        }
    }

    /// SHA-256 of the key's 32 bytes, as people read it to each other.
    record Fingerprint(ContentHash fingerprint) implements KnownKey {
        @Override
        public boolean isOf(NoteKey candidate) {
            return fingerprint.equals(candidate.key().fingerprint());
        }
    }

    /// Whether this is that log key.
    boolean isOf(NoteKey candidate);

    /// Reads a key's one-line text, or a fingerprint of 64 hexadecimal digits in either case, with
    /// or without spaces or colons between; throws [MalformedNote] for anything else.
    static KnownKey parse(String text) {
        String digits = text.replaceAll("[\\s:]", "").toLowerCase(java.util.Locale.ROOT);
        return ContentHash.isHex(digits)
                ? new Fingerprint(new ContentHash(digits))
                : new Whole(NoteKey.parse(text));
    }
}
