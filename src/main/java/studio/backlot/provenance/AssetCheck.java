package studio.backlot.provenance;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;

/// Hashes each asset file that an entry names, once, and looks for files that none names.
final class AssetCheck {
    private static final int HASH_WORDS = 4;
    private static final int ENTRY = HASH_WORDS;
    private static final int DEED = HASH_WORDS + 1;

    /// Names the file, for whatever reason; says that it came to be; says that it was deleted.
    private static final long NAMES = 0;

    private static final long KEEPS = 1;
    private static final long DELETES = 2;

    /// In place of an entry: no entry deleted it.
    private static final long KEPT = -1;

    private final Findings findings;

    /// Four words of the hash, the index of the entry that names it, and what that entry does.
    private final FixedRecords named = new FixedRecords(HASH_WORDS + 2);

    private FixedRecords.Order order = position -> position;
    private long checked;

    AssetCheck(Findings findings) {
        this.findings = findings;
    }

    void accept(CanonicalEntryScanner entry, byte[] body, long index) {
        AssertionFacts facts = entry.facts;
        long deed =
                switch (entry.event) {
                    case OUTCOME, IMPORT -> KEEPS;
                    case REDACTION -> DELETES;
                    case PRODUCTION,
                            INTENT,
                            HUMAN_EDIT,
                            REVIEW,
                            CONSENT,
                            WITHDRAWAL,
                            HANDOVER,
                            EXPORT,
                            CHECKPOINT,
                            KEY_ROTATION,
                            PERSON,
                            POLICY,
                            USE_CASE,
                            SHOW_TREE,
                            SUBMIT,
                            OVERRIDE ->
                            NAMES;
                };
        for (int i = 0; i < facts.assets(); i++) {
            int asset = named.add();
            for (int word = 0; word < HASH_WORDS; word++) {
                named.set(asset, word, HexDigits.word(body, facts.assetAt(i) + 16 * word));
            }
            named.set(asset, ENTRY, index);
            named.set(asset, DEED, deed);
        }
    }

    /// Reads the files; call once, after the last entry.
    void finish(AssetStore assets, Cancellation cancellation) {
        order = named.ascending(HASH_WORDS);
        for (int position = 0; position < named.size(); position++) {
            if (position == 0 || !hash(position).equals(hash(position - 1))) {
                cancellation.throwIfCancelled();
                long deletedBy = deletedBy(position);
                if (deletedBy == KEPT) {
                    check(assets, hash(position), named.get(order.at(position), ENTRY));
                } else {
                    checkDeleted(assets, hash(position), deletedBy);
                }
            }
        }
        try (Stream<ContentHash> files = assets.list()) {
            files.filter(file -> !isNamed(file))
                    .sorted()
                    .forEach(file ->
                            findings.note(
                                    "asset.orphan",
                                    "asset " + file,
                                    "no entry names this file: a run was cut off before it was recorded, or the entry is gone"));
        } catch (AssetStoreFailed e) {
            findings.finding("asset.unreadable", "assets", String.valueOf(e.getMessage()));
        }
    }

    /// The entry by which the file at this position was deleted, unless it came to be once more
    /// since; entries of a hash stand in their own order.
    private long deletedBy(int from) {
        long deletedBy = KEPT;
        for (int position = from;
                position < named.size() && hash(position).equals(hash(from));
                position++) {
            int record = order.at(position);
            long deed = named.get(record, DEED);
            if (deed == DELETES) {
                deletedBy = named.get(record, ENTRY);
            } else if (deed == KEEPS) {
                deletedBy = KEPT;
            }
        }
        return deletedBy;
    }

    private void checkDeleted(AssetStore assets, ContentHash hash, long entry) {
        String where = "asset " + hash;
        try {
            assets.read(hash);
            findings.finding(
                    "asset.notErased",
                    where,
                    "entry " + entry + " says that it was deleted, and its file is still there");
        } catch (AssetMissing e) {
            findings.note(
                    "asset.erased",
                    where,
                    "its file was deleted for good by entry " + entry + "; its record stays");
        } catch (AssetDamaged | AssetStoreFailed e) {
            findings.finding("asset.unreadable", where, String.valueOf(e.getMessage()));
        }
    }

    private void check(AssetStore assets, ContentHash hash, long entry) {
        String where = "asset " + hash;
        try {
            assets.read(hash);
            checked++;
        } catch (AssetMissing e) {
            findings.finding(
                    "asset.missing", where, "entry " + entry + " names it: " + e.getMessage());
        } catch (AssetDamaged e) {
            findings.finding(
                    "asset.damaged", where, "entry " + entry + " names it: " + e.getMessage());
        } catch (AssetStoreFailed e) {
            findings.finding(
                    "asset.unreadable", where, "entry " + entry + " names it: " + e.getMessage());
        }
    }

    private ContentHash hash(int position) {
        ByteBuffer hash = ByteBuffer.allocate(ContentHash.LENGTH);
        for (int word = 0; word < HASH_WORDS; word++) {
            hash.putLong(named.get(order.at(position), word));
        }
        return ContentHash.ofDigest(hash.array());
    }

    private boolean isNamed(ContentHash file) {
        int low = 0;
        int high = named.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int comparison = hash(middle).compareTo(file);
            if (comparison == 0) {
                return true;
            }
            if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /// How many distinct files were read and found as recorded.
    long checked() {
        return checked;
    }
}
