package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import studio.backlot.base.JsonReader;

/// What the assertions of one scanned entry name: payloads, assets, a run, and where certain labels
/// lie in the bytes.
///
/// Filled by [CanonicalEntryScanner]; positions are offsets into the scanned bytes. Not safe for
/// several threads.
final class AssertionFacts {
    /// A label that the entry does not have.
    static final int ABSENT = -1;

    private static final int ASSERTIONS_DEPTH = 1;
    private static final int LABEL_DEPTH = 2;

    /// Members that matter wherever they stand, and the slot each takes in its object's frame.
    private static final byte[][] NAMES = {
        ascii("payload"),
        ascii("kind"),
        ascii("commitment"),
        ascii("seal"),
        ascii("asset"),
        ascii("intent"),
        ascii("status"),
    };

    private static final int PAYLOAD = 0;
    private static final int KIND = 1;
    private static final int COMMITMENT = 2;
    private static final int SEAL = 3;
    private static final int ASSET = 4;
    private static final int INTENT = 5;
    private static final int STATUS = 6;

    private static final byte[] RUN_LABEL = ascii("run");
    private static final byte[] PACKS_LABEL = ascii("packs");
    private static final byte[][] KIND_NAMES =
            Arrays.stream(PayloadKind.values())
                    .map(kind -> ascii(kind.wireName()))
                    .toArray(byte[][]::new);
    private static final byte[][] STATUS_NAMES = {
        ascii("succeeded"), ascii("failed"), ascii("cancelled"), ascii("abandoned"),
    };
    private static final int MOST_DIGITS = 15;

    /// Payload references: four numbers each, see the accessors.
    private long[] references = new long[16];

    private int referenceCount;
    private int[] assets = new int[8];
    private int assetCount;
    private byte[] body = {};
    private boolean isBroken;
    private boolean hasRun;
    private long intent;
    private int packsFrom;
    private int packsTo;

    /// Where the value of each named member begins and ends, per depth; 0 for those absent.
    private final int[] frames = new int[(JsonReader.MAX_DEPTH + 2) * NAMES.length * 2];

    void begin(byte[] bytes) {
        body = bytes;
        referenceCount = 0;
        assetCount = 0;
        isBroken = false;
        hasRun = false;
        intent = ABSENT;
        packsFrom = ABSENT;
    }

    void objectBegins(int depth) {
        int frame = frame(depth);
        Arrays.fill(frames, frame, frame + 2 * NAMES.length, 0);
    }

    void member(int depth, int nameFrom, int nameTo, int valueFrom, int valueTo) {
        if (depth == ASSERTIONS_DEPTH) {
            label(nameFrom, nameTo, valueFrom, valueTo);
        }
        for (int slot = 0; slot < NAMES.length; slot++) {
            if (Arrays.equals(body, nameFrom, nameTo, NAMES[slot], 0, NAMES[slot].length)) {
                frames[frame(depth) + 2 * slot] = valueFrom;
                frames[frame(depth) + 2 * slot + 1] = valueTo;
            }
        }
    }

    private void label(int nameFrom, int nameTo, int valueFrom, int valueTo) {
        if (Arrays.equals(body, nameFrom, nameTo, RUN_LABEL, 0, RUN_LABEL.length)) {
            hasRun = body[valueFrom] == '{' && isStatus();
            intent = hasRun ? wholeNumber(LABEL_DEPTH, INTENT) : ABSENT;
        } else if (Arrays.equals(body, nameFrom, nameTo, PACKS_LABEL, 0, PACKS_LABEL.length)) {
            packsFrom = valueFrom;
            packsTo = valueTo;
        }
    }

    private boolean isStatus() {
        int from = from(LABEL_DEPTH, STATUS);
        return from > 0
                && body[from] == '"'
                && find(STATUS_NAMES, from + 1, to(LABEL_DEPTH, STATUS) - 1) >= 0;
    }

    void objectEnds(int depth) {
        if (depth < ASSERTIONS_DEPTH) {
            return;
        }
        boolean isReference =
                from(depth, PAYLOAD) > 0
                        && from(depth, KIND) > 0
                        && from(depth, COMMITMENT) > 0
                        && from(depth, SEAL) > 0;
        if (isReference) {
            addReference(depth);
        }
        int asset = from(depth, ASSET);
        if (asset > 0) {
            if (isHash(depth, ASSET)) {
                assets =
                        assetCount == assets.length
                                ? Arrays.copyOf(assets, 2 * assetCount)
                                : assets;
                assets[assetCount++] = asset + 1;
            } else {
                isBroken = true;
            }
        }
    }

    private void addReference(int depth) {
        int kindFrom = from(depth, KIND);
        int kind =
                body[kindFrom] == '"'
                        ? find(KIND_NAMES, kindFrom + 1, to(depth, KIND) - 1)
                        : ABSENT;
        long id = wholeNumber(depth, PAYLOAD);
        if (kind < 0 || id < 1 || !isHash(depth, COMMITMENT) || !isHash(depth, SEAL)) {
            isBroken = true;
            return;
        }
        int at = 4 * referenceCount++;
        references = at == references.length ? Arrays.copyOf(references, 2 * at) : references;
        references[at] = id;
        references[at + 1] = kind;
        references[at + 2] = from(depth, COMMITMENT) + 1L;
        references[at + 3] = from(depth, SEAL) + 1L;
    }

    /// The whole number of at most 15 digits in a slot, or [#ABSENT].
    private long wholeNumber(int depth, int slot) {
        int from = from(depth, slot);
        int to = to(depth, slot);
        if (from == 0 || to - from > MOST_DIGITS) {
            return ABSENT;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (body[i] < '0' || body[i] > '9') {
                return ABSENT;
            }
            value = 10 * value + body[i] - '0';
        }
        return value;
    }

    private boolean isHash(int depth, int slot) {
        return HexDigits.isHash(body, from(depth, slot), to(depth, slot));
    }

    private int find(byte[][] names, int from, int to) {
        for (int i = 0; i < names.length; i++) {
            if (Arrays.equals(body, from, to, names[i], 0, names[i].length)) {
                return i;
            }
        }
        return ABSENT;
    }

    private static int frame(int depth) {
        return depth * NAMES.length * 2;
    }

    private int from(int depth, int slot) {
        return frames[frame(depth) + 2 * slot];
    }

    private int to(int depth, int slot) {
        return frames[frame(depth) + 2 * slot + 1];
    }

    /// Whether an object that has a reference's members, or a member `asset`, does not hold what
    /// that should hold.
    boolean isBroken() {
        return isBroken;
    }

    int references() {
        return referenceCount;
    }

    long payloadId(int reference) {
        return references[4 * reference];
    }

    /// Which of the values of [PayloadKind], counted from 0.
    int kind(int reference) {
        return (int) references[4 * reference + 1];
    }

    /// Where the 64 digits of the commitment begin.
    int commitmentAt(int reference) {
        return (int) references[4 * reference + 2];
    }

    /// Where the 64 digits of the seal begin.
    int sealAt(int reference) {
        return (int) references[4 * reference + 3];
    }

    int assets() {
        return assetCount;
    }

    /// Where the 64 digits of an asset's hash begin.
    int assetAt(int asset) {
        return assets[asset];
    }

    /// Whether the label `run` has a status that an outcome can have.
    boolean hasRun() {
        return hasRun;
    }

    /// The index in label `run`, or [#ABSENT].
    long intent() {
        return intent;
    }

    /// The JSON text of label `packs`, empty when there is none.
    String packs() {
        return packsFrom == ABSENT
                ? ""
                : new String(body, packsFrom, packsTo - packsFrom, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
