package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backlot.provenance.ScannedEntries.entry;
import static studio.backlot.provenance.ScannedEntries.rich;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

class CanonicalEntryScannerTest {
    private final CanonicalEntryScanner scanner = new CanonicalEntryScanner();

    @Test
    void everyChangeOfOneByteIsJudgedAsTheExactReaderJudgesIt() {
        byte[] body = entry(rich());
        assertThat(isExact(body)).isTrue();
        for (int at = 0; at < body.length; at++) {
            for (byte value : replacements(body[at])) {
                byte[] changed = body.clone();
                changed[at] = value;
                assertJudgedExactly(changed);
            }
        }
    }

    /// Characters that mean something to JSON or UTF-8, and two neighbours of the byte itself.
    private static byte[] replacements(byte here) {
        byte[] all =
                HexFormat.of()
                        .parseHex("00225c2f2030313961412d2e657b7d2c3a7f80bfc0c2e0edf0f4f8ff0000");
        all[all.length - 2] = (byte) (here ^ 1);
        all[all.length - 1] = (byte) (here ^ 0x20);
        return all;
    }

    @Test
    void everyInsertedOrRemovedByteIsJudgedAsTheExactReaderJudgesIt() {
        byte[] body = entry(rich());
        for (int at = 0; at <= body.length; at++) {
            for (byte value : new byte[] {' ', '"', ',', '0', '}', '\\', 'u', (byte) 0x80}) {
                byte[] longer = new byte[body.length + 1];
                System.arraycopy(body, 0, longer, 0, at);
                longer[at] = value;
                System.arraycopy(body, at, longer, at + 1, body.length - at);
                assertJudgedExactly(longer);
            }
            assertJudgedExactly(Arrays.copyOf(body, at));
        }
    }

    private void assertJudgedExactly(byte[] body) {
        assertThat(scanner.scan(body))
                .as(() -> new String(body, StandardCharsets.ISO_8859_1))
                .isEqualTo(isExact(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "-1",
                "01",
                "1.0",
                "1.5",
                "1e3",
                "1e+21",
                "1E+21",
                "1e21",
                "0.000001",
                "1e-7",
                "-5e-324",
                "999999999999999",
                "9999999999999999",
                "9007199254740993",
                "1234567890123456",
                "123456789012345678901234567890",
                "--1",
                "1.",
                ".5",
                "+1",
                "true",
                "false",
                "null",
                "tru",
                "nul",
                "truee",
                "\"\\u0001\"",
                "\"\\u001F\"",
                "\"\\u001f\"",
                "\"\\u000a\"",
                "\"\\u000b\"",
                "\"\\n\"",
                "\"\\/\"",
                "\"/\"",
                "\"\\u0020\"",
                "\"\\u00e9\"",
                "\"\\ud800\"",
                "\"\\u2028\"",
                "\"\u2028\"",
                "\"\\b\\f\\r\\t\\\"\\\\\"",
                "\"\\u0008\"",
                "\"\\u0009\"",
                "\"\\u000c\"",
                "\"\\u000d\"",
                "\"\\u0010\"",
                "\"\\u001\"",
                "\"\\u\"",
                "\"\\",
                "\"\\u0011\"",
                "\"\u007f\u0080\u07ff\u0800\uffff\"",
                "[]",
                "[1]",
                "[1,]",
                "[,1]",
                "[1 ]",
                "[[],{}]",
                "{}",
                "{\"a\":1,\"b\":2}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"aa\":2}",
                "{\"aa\":1,\"a\":2}",
                "{\"\":1}",
                "{\"\\n\":1,\"1\":2}",
                "{\"1\":1,\"\\n\":2}",
                "{\"\ufb33\":1,\"\ud83d\ude00\":2}",
                "{\"\ud83d\ude00\":1,\"\ufb33\":2}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{1:1}",
                "",
                " ",
                "\"",
                "\"a"
            })
    void aValueIsJudgedAsTheExactReaderJudgesIt(String value) {
        String body =
                new String(
                        entry(new JsonBuilder().put("label", "VALUE").build()),
                        StandardCharsets.UTF_8);

        assertJudgedExactly(body.replace("\"VALUE\"", value).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T10:20:30Z",
                "2026-11-24T10:20:30.400Z",
                "2026-11-24T10:20:30.4Z",
                "2026-11-24T10:20:30.000Z",
                "2026-11-24T24:00:00Z",
                "2026-11-24T23:59:60Z",
                "2026-11-24T23:60:00Z",
                "2026-02-29T10:20:30Z",
                "2024-02-29T10:20:30Z",
                "2026-11-24T10:20:30.123456Z",
                "2026-11-24T10:20:30.123456789Z",
                "2026-11-24T10:20:30+00:00",
                "2026-11-24 10:20:30Z",
                "2026-11-24T10:20Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "2026-11-24T1a:20:30Z",
                "2026-11-24T10:2a:30Z",
                "2026-11-24T10:20:3aZ",
                "2026-11-24T10:20:30.4a6Z",
                "2026-11-24T10:20:30,456Z",
                "yesterday",
                "",
                "2026-11-24T10-20:30Z",
                "2026-11-24T10:20-30Z",
                "2026-11-24T10:20:30z",
                "2026-11-24T10:20:30.456z"
            })
    void aTimeIsJudgedAsTheExactReaderJudgesIt(String time) {
        String body = new String(entry(rich()), StandardCharsets.UTF_8);

        assertJudgedExactly(
                body.replace("2026-11-24T10:20:30.456Z", time).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unusualTimesAreReadToo() {
        String body =
                new String(entry(rich()), StandardCharsets.UTF_8).replace("30.456Z", "30.456789Z");

        assertThat(scanner.scan(body.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(scanner.timeMillis)
                .isEqualTo(Instant.parse("2026-11-24T10:20:30.456Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\",\"role\":\"artist\"}",
                "{\"name\":\" \",\"role\":\"artist\"}",
                "{\"name\":\"A\",\"role\":\"ARTIST\"}",
                "{\"name\":\"A\",\"role\":\"director\"}",
                "{\"name\":\"A\"}",
                "{\"role\":\"artist\"}",
                "{\"name\":\"A\",\"role\":\"artist\",\"x\":1}",
                "\"A\"",
                "[]",
                "{\"name\":7,\"role\":\"artist\"}",
                "{\"name\":\"A\",\"role\":\"writer\"}",
                "{\"name\":\"\\\"\\\\\",\"role\":\"producer\"}"
            })
    void aPersonIsJudgedAsTheExactReaderJudgesIt(String person) {
        String body = new String(entry(rich()), StandardCharsets.UTF_8);
        String other =
                body.replaceFirst(
                        "\"person\":\\{[^}]*}",
                        java.util.regex.Matcher.quoteReplacement("\"person\":" + person));

        assertThat(other).isNotEqualTo(body);
        assertJudgedExactly(other.getBytes(StandardCharsets.UTF_8));
        assertJudgedExactly(other.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNameOfTwoHundredCharactersIsTheLongest() {
        for (int length : new int[] {200, 201}) {
            String body =
                    new String(entry(rich()), StandardCharsets.UTF_8)
                            .replace("Ana Ñ 🎬", "é".repeat(length));
            assertJudgedExactly(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theDeepestNestingIsThatOfTheExactReader() {
        for (int depth = 58; depth < 68; depth++) {
            String body =
                    new String(
                            entry(new JsonBuilder().put("label", "VALUE").build()),
                            StandardCharsets.UTF_8);
            assertJudgedExactly(
                    body.replace("\"VALUE\"", "[".repeat(depth) + "]".repeat(depth))
                            .getBytes(StandardCharsets.UTF_8));
            assertJudgedExactly(
                    body.replace("\"VALUE\"", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth))
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void membersTooManyAndTooFewAreRefused() {
        String body = new String(entry(rich()), StandardCharsets.UTF_8);
        JsonObject json = JsonReader.parseObject(body.getBytes(StandardCharsets.UTF_8));
        for (String name : json.members().keySet()) {
            var without = new JsonBuilder();
            var other = new JsonBuilder();
            json.members()
                    .forEach((member, value) -> {
                        if (!member.equals(name)) {
                            without.put(member, value);
                        }
                        other.put(member, member.equals(name) ? new JsonNumber("12") : value);
                    });
            assertJudgedExactly(CanonicalJson.bytes(without.build()));
            assertJudgedExactly(CanonicalJson.bytes(other.build()));
            assertJudgedExactly(
                    CanonicalJson.bytes(other.put("more", new JsonString("x")).build()));
        }
        assertJudgedExactly(new byte[0]);
        assertJudgedExactly("[]".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void randomEntriesAreJudgedAsTheExactReaderJudgesThem() {
        Random random = new Random(8785);
        for (int i = 0; i < 400; i++) {
            byte[] body =
                    entry(new JsonBuilder().put("label", RandomJson.value(random, 4)).build());
            assertThat(scanner.scan(body)).isTrue();
            for (int j = 0; j < 20; j++) {
                byte[] changed = body.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                assertJudgedExactly(changed);
            }
        }
    }

    /// What the scanner must accept: bytes that the exact reader and writer give back as they are.
    private static boolean isExact(byte[] body) {
        try {
            return CanonicalJson.isCanonical(body)
                    && Arrays.equals(LedgerEntry.parse(body).bytes(), body);
        } catch (MalformedEntry | IllegalArgumentException e) {
            return false;
        }
    }
}
