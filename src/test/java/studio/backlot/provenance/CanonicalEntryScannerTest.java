package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

class CanonicalEntryScannerTest {
    private static final UUID PRODUCTION = UUID.fromString("00000000-0000-4000-8000-0000000000ab");
    private static final UUID JOB = UUID.fromString("f0000000-0000-4000-8000-00000000000f");
    private static final ContentHash COMMITMENT = ContentHash.of(new byte[] {1});
    private static final ContentHash SEAL = ContentHash.of(new byte[] {2});
    private static final ContentHash ASSET = ContentHash.of(new byte[] {3});

    private final CanonicalEntryScanner scanner = new CanonicalEntryScanner();

    private static byte[] entry(JsonObject assertions) {
        return new LedgerEntry(
                        7,
                        UUID.fromString("12345678-9abc-4def-8123-456789abcdef"),
                        PRODUCTION,
                        EventType.OUTCOME,
                        Instant.parse("2026-11-24T10:20:30.456Z"),
                        new Maker("Ana Ñ 🎬", Maker.Role.ARTIST),
                        Optional.of(JOB),
                        assertions)
                .bytes();
    }

    private static JsonObject rich() {
        return new JsonBuilder()
                .put(
                        "run",
                        new JsonBuilder()
                                .put("intent", 6)
                                .put("status", "succeeded")
                                .put("ok", true)
                                .build())
                .put(
                        "request",
                        new JsonBuilder()
                                .put(
                                        "prompt",
                                        new PayloadReference(
                                                        5, PayloadKind.PROMPT, COMMITMENT, SEAL)
                                                .toJson())
                                .put(
                                        "texts",
                                        List.of(
                                                new PayloadReference(
                                                                9,
                                                                PayloadKind.NOTE,
                                                                SEAL,
                                                                COMMITMENT)
                                                        .toJson()))
                                .put("seed", "123")
                                .build())
                .put(
                        "outputs",
                        List.of(
                                new JsonBuilder()
                                        .put("asset", ASSET.hex())
                                        .put("mediaType", "image/png")
                                        .build()))
                .put("packs", List.of(new JsonBuilder().put("id", "mini").build()))
                .put(
                        "odd \" \\ \n \u0001 names é",
                        new JsonBuilder().put("\ud83d\ude00", 1).put("\ufb33", -0.5e-7 > 0).build())
                .build();
    }

    @Test
    void theFactsOfAnEntryAreRead() {
        assertThat(scanner.scan(entry(rich()))).isTrue();

        assertThat(scanner.index).isEqualTo(7);
        assertThat(scanner.event).isEqualTo(EventType.OUTCOME);
        assertThat(scanner.timeMillis)
                .isEqualTo(Instant.parse("2026-11-24T10:20:30.456Z").toEpochMilli());
        assertThat(scanner.hasJob).isTrue();
        assertThat(new UUID(scanner.jobHigh, scanner.jobLow)).isEqualTo(JOB);
        assertThat(new UUID(scanner.productionHigh, scanner.productionLow)).isEqualTo(PRODUCTION);
        AssertionFacts facts = scanner.facts;
        assertThat(facts.hasRun()).isTrue();
        assertThat(facts.intent()).isEqualTo(6);
        assertThat(facts.packs()).isEqualTo("[{\"id\":\"mini\"}]");
        assertThat(facts.isBroken()).isFalse();
        assertThat(facts.references()).isEqualTo(2);
        assertThat(facts.payloadId(0)).isEqualTo(5);
        assertThat(List.of(PayloadKind.values()).get(facts.kind(0))).isEqualTo(PayloadKind.PROMPT);
        assertThat(facts.payloadId(1)).isEqualTo(9);
        assertThat(List.of(PayloadKind.values()).get(facts.kind(1))).isEqualTo(PayloadKind.NOTE);
        byte[] body = entry(rich());
        assertThat(text(body, facts.commitmentAt(0))).isEqualTo(COMMITMENT.hex());
        assertThat(text(body, facts.sealAt(0))).isEqualTo(SEAL.hex());
        assertThat(text(body, facts.sealAt(1))).isEqualTo(COMMITMENT.hex());
        assertThat(facts.assets()).isEqualTo(1);
        assertThat(text(body, facts.assetAt(0))).isEqualTo(ASSET.hex());
    }

    private static String text(byte[] body, int from) {
        return new String(body, from, 64, StandardCharsets.US_ASCII);
    }

    @Test
    void factsOfTheLastEntryDoNotStay() {
        assertThat(scanner.scan(entry(rich()))).isTrue();
        byte[] plain =
                new LedgerEntry(
                                8,
                                JOB,
                                PRODUCTION,
                                EventType.REVIEW,
                                Instant.parse("2026-11-24T10:20:30Z"),
                                new Maker("Bo", Maker.Role.PRODUCER),
                                Optional.empty(),
                                JsonObject.EMPTY)
                        .bytes();

        assertThat(scanner.scan(plain)).isTrue();
        assertThat(scanner.hasJob).isFalse();
        assertThat(scanner.facts.hasRun()).isFalse();
        assertThat(scanner.facts.intent()).isEqualTo(AssertionFacts.ABSENT);
        assertThat(scanner.facts.packs()).isEmpty();
        assertThat(scanner.facts.references()).isZero();
        assertThat(scanner.facts.assets()).isZero();
        assertThat(scanner.timeMillis)
                .isEqualTo(Instant.parse("2026-11-24T10:20:30Z").toEpochMilli());
    }

    @Test
    void manyReferencesInOneEntryAreAllRead() {
        var many = new JsonBuilder();
        for (int i = 0; i < 50; i++) {
            many.put("a" + i, new JsonBuilder().put("asset", ASSET.hex()).build());
            many.put(
                    "p" + i,
                    new PayloadReference(1 + i, PayloadKind.TOKENS, COMMITMENT, SEAL).toJson());
        }

        assertThat(scanner.scan(entry(many.build()))).isTrue();
        assertThat(scanner.facts.references()).isEqualTo(50);
        assertThat(scanner.facts.assets()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"payload\":0",
                "\"payload\":\"5\"",
                "\"payload\":5.5",
                "\"payload\":-5",
                "\"payload\":1e+21"
            })
    void aReferenceWithoutAnIdIsCalledBroken(String id) {
        String body =
                new String(entry(rich()), StandardCharsets.UTF_8).replace("\"payload\":5", id);

        assertThat(scanner.scan(body.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(scanner.facts.isBroken()).isTrue();
    }

    @Test
    void aReferenceOfAnUnknownKindOrWithAShortHashIsCalledBroken() {
        String body = new String(entry(rich()), StandardCharsets.UTF_8);
        List<String> broken =
                List.of(
                        body.replace("\"prompt\",\"payload\"", "\"prompts\",\"payload\""),
                        body.replace("\"kind\":\"prompt\"", "\"kind\":7"),
                        body.replace(COMMITMENT.hex(), COMMITMENT.hex().substring(1)),
                        body.replace(SEAL.hex(), SEAL.hex().substring(1)),
                        body.replace(ASSET.hex(), ASSET.hex().replace('a', 'A')),
                        body.replace('"' + ASSET.hex() + '"', "12"));

        assertThat(broken)
                .allSatisfy(text -> {
                    assertThat(scanner.scan(text.getBytes(StandardCharsets.UTF_8))).isTrue();
                    assertThat(scanner.facts.isBroken()).isTrue();
                });
    }

    @Test
    void anObjectThatLacksAMemberIsNoReference() {
        for (String name : List.of("payload", "kind", "commitment", "seal")) {
            JsonObject reference =
                    new PayloadReference(5, PayloadKind.PROMPT, COMMITMENT, SEAL).toJson();
            var others = new JsonBuilder();
            reference
                    .members()
                    .forEach((member, value) ->
                            others.put(member.equals(name) ? name + "2" : member, value));

            assertThat(scanner.scan(entry(new JsonBuilder().put("prompt", others.build()).build())))
                    .isTrue();
            assertThat(scanner.facts.references()).as(name).isZero();
            assertThat(scanner.facts.isBroken()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"intent\":6,\"status\":\"maybe\"}",
                "{\"intent\":6,\"status\":7}",
                "{\"intent\":6}",
                "[{\"intent\":6,\"status\":\"failed\"}]",
                "7",
                "{\"inner\":{\"intent\":6,\"status\":\"failed\"}}"
            })
    void aRunWithoutAStatusIsNone(String run) {
        JsonObject assertions = new JsonBuilder().put("run", JsonReader.parse(run)).build();

        assertThat(scanner.scan(entry(assertions))).isTrue();
        assertThat(scanner.facts.hasRun()).isFalse();
        assertThat(scanner.facts.intent()).isEqualTo(AssertionFacts.ABSENT);
    }

    @Test
    void everyStatusIsKnown() {
        for (String status : List.of("succeeded", "failed", "cancelled", "abandoned")) {
            JsonObject run = new JsonBuilder().put("status", status).put("intent", 0).build();
            assertThat(scanner.scan(entry(new JsonBuilder().put("run", run).build()))).isTrue();
            assertThat(scanner.facts.hasRun()).isTrue();
            assertThat(scanner.facts.intent()).isZero();
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

    @Test
    void everyChangeOfOneByteIsJudgedAsTheExactReaderJudgesIt() {
        byte[] body = entry(rich());
        assertThat(isExact(body)).isTrue();
        for (int at = 0; at < body.length; at++) {
            for (int value :
                    new int[] {
                        0,
                        '"',
                        '\\',
                        '/',
                        ' ',
                        '0',
                        '1',
                        '9',
                        'a',
                        'A',
                        '-',
                        '.',
                        'e',
                        '{',
                        '}',
                        ',',
                        ':',
                        0x7f,
                        0x80,
                        0xbf,
                        0xc0,
                        0xc2,
                        0xe0,
                        0xed,
                        0xf0,
                        0xf4,
                        0xf8,
                        0xff,
                        body[at] ^ 1,
                        body[at] ^ 0x20
                    }) {
                byte[] changed = body.clone();
                changed[at] = (byte) value;
                assertJudgedExactly(changed);
            }
        }
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
}
