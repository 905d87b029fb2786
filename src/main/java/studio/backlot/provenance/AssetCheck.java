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

    private final Findings findings;
    private final FixedRecords named = new FixedRecords(HASH_WORDS + 1);
    private FixedRecords.Order order = position -> position;
    private long checked;

    AssetCheck(Findings findings) {
        this.findings = findings;
    }

    void accept(AssertionFacts facts, byte[] body, long index) {
        for (int i = 0; i < facts.assets(); i++) {
            int asset = named.add();
            for (int word = 0; word < HASH_WORDS; word++) {
                named.set(asset, word, HexDigits.word(body, facts.assetAt(i) + 16 * word));
            }
            named.set(asset, HASH_WORDS, index);
        }
    }

    /// Reads the files; call once, after the last entry.
    void finish(AssetStore assets, Cancellation cancellation) {
        order = named.ascending(HASH_WORDS);
        for (int position = 0; position < named.size(); position++) {
            if (position == 0 || !hash(position).equals(hash(position - 1))) {
                cancellation.throwIfCancelled();
                check(assets, hash(position), named.get(order.at(position), HASH_WORDS));
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
