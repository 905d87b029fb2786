package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backlot.provenance.ScannedEntries.ASSET;
import static studio.backlot.provenance.ScannedEntries.COMMITMENT;
import static studio.backlot.provenance.ScannedEntries.JOB;
import static studio.backlot.provenance.ScannedEntries.PRODUCTION;
import static studio.backlot.provenance.ScannedEntries.SEAL;
import static studio.backlot.provenance.ScannedEntries.entry;
import static studio.backlot.provenance.ScannedEntries.rich;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Role;

class EntryFactsTest {
    private final CanonicalEntryScanner scanner = new CanonicalEntryScanner();

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
                                new Maker("Bo", Role.PRODUCER),
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
}
