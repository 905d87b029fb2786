package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.identity.Role;

/// Reads from an entry's bytes, in one pass and without a tree, whether they are an entry of schema
/// v1 exactly as [LedgerEntry#bytes] writes it, and the facts that verification needs.
///
/// After [#scan] returned true the fields hold that entry's facts, until the next scan. Accepts
/// exactly the bytes for which `LedgerEntry.parse(b).bytes()` is `b` again (with an index of at
/// most 15 digits); [EntryForm] words why others are refused. Not for several threads.
final class CanonicalEntryScanner extends CanonicalScanner {
    private static final byte[] SCHEMA = ascii(LedgerEntry.SCHEMA);
    private static final byte[][] TOP_NAMES = {
        ascii("assertions"),
        ascii("entryId"),
        ascii("event"),
        ascii("index"),
        ascii("job"),
        ascii("person"),
        ascii("production"),
        ascii("schema"),
        ascii("signature"),
        ascii("time"),
    };
    private static final int OPTIONAL_BITS = 1 << 4 | 1 << 8;
    private static final int EVERY_BIT = (1 << TOP_NAMES.length) - 1;
    private static final EventType[] EVENTS = EventType.values();
    private static final byte[][] EVENT_NAMES =
            Arrays.stream(EVENTS).map(event -> ascii(event.wireName())).toArray(byte[][]::new);
    private static final int MOST_INDEX_DIGITS = 15;
    private static final int UUID_LENGTH = 36;
    private static final int SIGNATURE_LENGTH = 88;
    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final Maker NOBODY = new Maker("nobody", Role.PRODUCER);

    /// The entry's own index.
    long index;

    EventType event = EventType.PRODUCTION;

    /// Milliseconds since 1970, UTC.
    long timeMillis;

    boolean hasJob;
    long jobHigh;
    long jobLow;
    long productionHigh;
    long productionLow;

    /// The person that the entry names.
    Maker maker = NOBODY;

    /// Where the signature's 88 characters begin; 0 when there is none.
    int signatureAt;

    /// What the assertions name.
    final AssertionFacts facts = new AssertionFacts();

    private int seen;
    private boolean isWellFormed;
    private byte[] knownPerson = {};
    private byte[] knownDate = {};
    private long knownDay;
    private long high;
    private long low;

    /// Whether the bytes are an entry of schema v1 in its one form; fills the fields when they are.
    boolean scan(byte[] body) {
        seen = 0;
        hasJob = false;
        signatureAt = 0;
        isWellFormed = true;
        facts.begin(body);
        return body.length > 0
                && body[0] == '{'
                && walk(body)
                && isWellFormed
                && (seen | OPTIONAL_BITS) == EVERY_BIT;
    }

    @Override
    protected void objectBegins(int depth) {
        facts.objectBegins(depth);
    }

    @Override
    protected void member(int depth, int nameFrom, int nameTo, int valueFrom) {
        if (depth == 0) {
            isWellFormed &= isTopMember(nameFrom, nameTo, valueFrom);
        } else {
            facts.member(depth, nameFrom, nameTo, valueFrom, at);
        }
    }

    @Override
    protected void objectEnds(int depth) {
        facts.objectEnds(depth);
    }

    private boolean isTopMember(int nameFrom, int nameTo, int from) {
        for (int i = 0; i < TOP_NAMES.length; i++) {
            if (Arrays.equals(bytes, nameFrom, nameTo, TOP_NAMES[i], 0, TOP_NAMES[i].length)) {
                seen |= 1 << i;
                return isTopValue(i, from);
            }
        }
        return false;
    }

    private boolean isTopValue(int member, int from) {
        boolean isText = bytes[from] == '"';
        int textFrom = from + 1;
        int textTo = at - 1;
        return switch (TOP_NAMES[member][0]) {
            case 'a' -> bytes[from] == '{';
            case 'i' -> isIndex(from);
            case 'j' -> isText && isJob(textFrom, textTo);
            case 'p' ->
                    member == 5
                            ? bytes[from] == '{' && isPerson(from)
                            : isText && isProduction(textFrom, textTo);
            case 's' ->
                    isText
                            && (member == 8
                                    ? isSignature(textFrom, textTo)
                                    : Arrays.equals(
                                            bytes, textFrom, textTo, SCHEMA, 0, SCHEMA.length));
            case 't' -> isText && isTime(textFrom, textTo);
            default ->
                    isText && (member == 1 ? isUuid(textFrom, textTo) : isEvent(textFrom, textTo));
        };
    }

    private boolean isIndex(int from) {
        index = 0;
        for (int i = from; i < at; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
            index = 10 * index + bytes[i] - '0';
        }
        return at - from <= MOST_INDEX_DIGITS;
    }

    private boolean isEvent(int from, int to) {
        for (int i = 0; i < EVENTS.length; i++) {
            if (Arrays.equals(bytes, from, to, EVENT_NAMES[i], 0, EVENT_NAMES[i].length)) {
                event = EVENTS[i];
                return true;
            }
        }
        return false;
    }

    private boolean isJob(int from, int to) {
        boolean isUuid = isUuid(from, to);
        hasJob = isUuid;
        jobHigh = high;
        jobLow = low;
        return isUuid;
    }

    private boolean isProduction(int from, int to) {
        boolean isUuid = isUuid(from, to);
        productionHigh = high;
        productionLow = low;
        return isUuid;
    }

    /// Whether the range is a UUID as [UUID#toString] writes it; leaves its halves in `high` and
    /// `low`.
    private boolean isUuid(int from, int to) {
        if (to - from != UUID_LENGTH) {
            return false;
        }
        long[] halves = {0, 0};
        int digits = 0;
        for (int i = 0; i < UUID_LENGTH; i++) {
            byte c = bytes[from + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') {
                    return false;
                }
                continue;
            }
            int digit = HexDigits.digit(c);
            if (digit < 0) {
                return false;
            }
            halves[digits >> 4] = halves[digits >> 4] << 4 | digit;
            digits++;
        }
        high = halves[0];
        low = halves[1];
        return true;
    }

    /// Whether the range is 64 bytes in canonical base64 (RFC 4648 §4): of the last character that
    /// counts only two bits are used.
    private boolean isSignature(int from, int to) {
        if (to - from != SIGNATURE_LENGTH || bytes[to - 1] != '=' || bytes[to - 2] != '=') {
            return false;
        }
        for (int i = from; i < to - 2; i++) {
            if (BASE64.indexOf(bytes[i]) < 0) {
                return false;
            }
        }
        signatureAt = from;
        return BASE64.indexOf(bytes[to - 3]) % 16 == 0;
    }

    /// Whether the value is a person as [Maker] allows; the one that the last entry had need not be
    /// read again.
    private boolean isPerson(int from) {
        if (Arrays.equals(bytes, from, at, knownPerson, 0, knownPerson.length)) {
            return true;
        }
        byte[] person = Arrays.copyOfRange(bytes, from, at);
        var json = JsonReader.parseObject(person);
        try {
            maker = Maker.parse(json);
        } catch (MalformedEntry | IllegalArgumentException e) {
            return false;
        }
        if (!Arrays.equals(CanonicalJson.bytes(maker.toJson()), person)) {
            return false;
        }
        knownPerson = person;
        return true;
    }

    /// Whether the range is an instant as [Instant#toString] writes it; whole days are remembered.
    private boolean isTime(int from, int to) {
        boolean isUsual =
                (to - from == 20 || to - from == 24)
                        && bytes[from + 10] == 'T'
                        && bytes[from + 13] == ':'
                        && bytes[from + 16] == ':'
                        && bytes[to - 1] == 'Z'
                        && isDate(from);
        if (!isUsual) {
            return isUnusualTime(from, to);
        }
        long hour = digits(from + 11, 2);
        long minute = digits(from + 14, 2);
        long second = digits(from + 17, 2);
        long millis = to - from == 20 ? 0 : digits(from + 20, 3);
        boolean isFraction = to - from == 20 || (bytes[from + 19] == '.' && millis > 0);
        timeMillis = ((knownDay * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + millis;
        return hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60
                && isFraction;
    }

    private boolean isDate(int from) {
        if (Arrays.equals(bytes, from, from + 10, knownDate, 0, knownDate.length)) {
            return true;
        }
        try {
            knownDay =
                    LocalDate.parse(new String(bytes, from, 10, StandardCharsets.UTF_8))
                            .toEpochDay();
            knownDate = Arrays.copyOfRange(bytes, from, from + 10);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private long digits(int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    private boolean isUnusualTime(int from, int to) {
        String text = decoded(from, to);
        try {
            Instant time = Instant.parse(text);
            timeMillis = time.toEpochMilli();
            return time.toString().equals(text);
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
