package studio.backlot.provenance;

import java.util.Locale;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.FingerprintWords;

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

    /// Reads a key's one-line text, or a fingerprint: its 32 words ([FingerprintWords]), or 64
    /// hexadecimal digits in either case, with or without spaces or colons between; throws
    /// [MalformedNote] for anything else.
    static KnownKey parse(String text) {
        String digits = text.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        if (ContentHash.isHex(digits)) {
            return new Fingerprint(new ContentHash(digits));
        }
        if (text.contains("+") || !text.strip().contains(" ")) {
            return new Whole(NoteKey.parse(text));
        }
        try {
            return new Fingerprint(FingerprintWords.parse(text));
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("not a verification key: " + e.getMessage());
        }
    }
}
