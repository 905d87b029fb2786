package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;

/// What has become of payloads is compared with what entries say of them.
class PayloadCheckTest {
    private final SampleLedger sample = SampleLedger.ofRuns(3);

    private static ValidationStatus only(VerificationReport report, String code) {
        assertThat(report.statuses()).filteredOn(status -> status.code().equals(code)).hasSize(1);
        return report.statuses().stream()
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(ValidationStatus::code).toList();
    }

    private void opening(long id, RawPayload.Opening opening) {
        sample.payloads.put(id, new RawPayload(id, sample.payload(id).seal(), kind -> opening));
    }

    @Test
    void withoutKeysPayloadsAreLockedAndNothingIsWrong() {
        for (long id = 1; id <= 3; id++) {
            opening(id, new RawPayload.Locked());
        }
        VerificationReport report = sample.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.payloads()).isEqualTo(new VerificationReport.PayloadCounts(0, 3, 0));
    }

    @Test
    void aMissingPayloadIsNamed() {
        sample.payloads.remove(2L);

        ValidationStatus finding = only(sample.verify(), "payload.missing");
        assertThat(finding.where()).isEqualTo("payload 2");
        assertThat(finding.explanation()).contains("entry 3 names it");
        sample.payloads.remove(3L);
        assertThat(codes(sample.verify())).containsExactly("payload.missing", "payload.missing");
    }

    @Test
    void anErasedPayloadIsCountedAndNothingIsWrong() {
        sample.erase(2);
        VerificationReport report = sample.sealed().verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.payloads()).isEqualTo(new VerificationReport.PayloadCounts(2, 0, 1));
    }

    @Test
    void redactionsOfManyInAnyOrderAreUnderstood() {
        for (long id : new long[] {3, 1, 2}) {
            sample.erase(id);
        }

        assertThat(sample.sealed().verify().findings()).isEmpty();
        assertThat(sample.verify().payloads().erased()).isEqualTo(3);
    }

    @Test
    void aPayloadThatIsThereThoughErasedIsNamed() {
        RawPayload kept = sample.payload(2);
        sample.erase(2);
        sample.payloads.put(2L, kept);

        assertThat(only(sample.sealed().verify(), "payload.notErased").where())
                .isEqualTo("payload 2");
        assertThat(sample.verify().payloads().erased()).isZero();
    }

    @Test
    void everyBitOfTheSealsFirstHalfCounts() {
        for (int bit = 0; bit < 128; bit++) {
            byte[] seal = sample.payload(2L).seal().clone();
            seal[bit / 8] ^= (byte) (1 << (bit % 8));
            SampleLedger tampered = sample.copy();
            tampered.payloads.put(2L, new RawPayload(2, seal, sample.payload(2L).opener()));
            VerificationReport report = tampered.verify();
            assertThat(report.payloads().open()).isEqualTo(2);
            ValidationStatus finding = only(report, "payload.sealMismatch");
            assertThat(finding.where()).isEqualTo("payload 2");
            assertThat(finding.explanation()).contains("entry 3");
        }
    }

    @Test
    void aSealOfAnotherLengthIsNone() {
        sample.payloads.put(2L, new RawPayload(2, new byte[0], sample.payload(2L).opener()));

        assertThat(codes(sample.verify())).containsExactly("payload.sealMismatch");
    }

    @Test
    void aTextThatIsNotTheCommittedOneIsNamed() {
        opening(
                2,
                new RawPayload.Opened(
                        new byte[32], "a harbour at noon".getBytes(StandardCharsets.UTF_8)));
        assertThat(only(sample.verify(), "payload.commitmentMismatch").explanation())
                .contains("entry 3");

        opening(2, new RawPayload.Opened(new byte[5], new byte[0]));
        assertThat(codes(sample.verify())).containsExactly("payload.commitmentMismatch");
        assertThat(sample.verify().payloads().open()).isEqualTo(2);
    }

    @Test
    void aRowThatItsKeyDoesNotOpenIsNamed() {
        opening(2, new RawPayload.Refused("it was made with another key"));

        assertThat(only(sample.verify(), "payload.unreadable").explanation())
                .contains("made with another key");
        assertThat(sample.verify().payloads().open()).isEqualTo(2);
    }

    @Test
    void theKindOfTheReferenceIsWhatTheRowIsOpenedAs() {
        PayloadReference note = reference(sample.addPayload(), PayloadKind.NOTE);
        sample.append(
                EventType.REVIEW,
                Optional.empty(),
                new JsonBuilder().put("note", note.toJson()).build());

        assertThat(codes(sample.sealed().verify())).containsExactly("payload.commitmentMismatch");
    }

    private static PayloadReference reference(PayloadReference of, PayloadKind kind) {
        return new PayloadReference(of.id(), kind, of.commitment(), of.seal());
    }

    @Test
    void aPayloadNamedTwiceIsComparedWithBoth() {
        PayloadReference reference = sample.addPayload();
        JsonObject named = new JsonBuilder().put("text", reference.toJson()).build();
        sample.append(EventType.REVIEW, Optional.empty(), named);
        sample.append(EventType.REVIEW, Optional.empty(), named);
        assertThat(sample.sealed().verify().findings()).isEmpty();
        assertThat(sample.verify().payloads().open()).isEqualTo(4);

        SampleLedger missing = sample.copy();
        missing.payloads.remove(4L);
        assertThat(codes(missing.verify())).containsExactly("payload.missing");

        sample.append(
                EventType.REVIEW,
                Optional.empty(),
                new JsonBuilder()
                        .put(
                                "text",
                                new PayloadReference(
                                                4,
                                                PayloadKind.PROMPT,
                                                reference.seal(),
                                                reference.seal())
                                        .toJson())
                        .build());
        assertThat(codes(sample.sealed().verify())).containsExactly("payload.commitmentMismatch");
        sample.append(
                EventType.REVIEW,
                Optional.empty(),
                new JsonBuilder()
                        .put(
                                "text",
                                new PayloadReference(
                                                4,
                                                PayloadKind.PROMPT,
                                                reference.commitment(),
                                                reference.commitment())
                                        .toJson())
                        .build());
        assertThat(only(sample.sealed().verify(), "payload.sealMismatch").explanation())
                .contains("entry 10");
    }

    @Test
    void payloadsNamedInAnyOrderAreFound() {
        SampleLedger shuffled = SampleLedger.empty(new Random(3));
        List<PayloadReference> references =
                List.of(shuffled.addPayload(), shuffled.addPayload(), shuffled.addPayload());
        for (PayloadReference reference : references.reversed()) {
            shuffled.append(
                    EventType.REVIEW,
                    Optional.empty(),
                    new JsonBuilder().put("text", reference.toJson()).build());
        }
        assertThat(shuffled.sealed().verify().findings()).isEmpty();
        assertThat(shuffled.verify().payloads().open()).isEqualTo(3);

        shuffled.payloads.remove(1L);
        assertThat(only(shuffled.verify(), "payload.missing").explanation())
                .contains("entry 3 names it");
    }

    @Test
    void aRowThatNoEntryNamesIsANote() {
        sample.addPayload();
        VerificationReport report = sample.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(only(report, "payload.unnamed").where()).isEqualTo("payload 4");
        sample.payloads.put(-1L, new RawPayload(-1, new byte[32], kind -> new RawPayload.Locked()));
        assertThat(sample.verify().notes())
                .extracting(ValidationStatus::where)
                .contains("payload -1", "payload 4");
    }

    @Test
    void aRedactionThatNamesNothingIsDetected() {
        for (String assertions :
                List.of(
                        "{}",
                        "{\"erased\":{}}",
                        "{\"erased\":{\"payloads\":7}}",
                        "{\"erased\":{\"payloads\":[\"1\"]}}",
                        "{\"erased\":{\"payloads\":[0]}}",
                        "{\"erased\":{\"payloads\":[1.5]}}")) {
            SampleLedger odd = sample.copy();
            odd.append(
                    EventType.REDACTION,
                    Optional.empty(),
                    JsonReader.parseObject(assertions.getBytes(StandardCharsets.UTF_8)));
            assertThat(only(odd.sealed().verify(), "redaction.malformed").where())
                    .as(assertions)
                    .isEqualTo("entry 7");
        }
    }

    @Test
    void aStoreThatCannotBeReadIsAFindingAndNothingIsCalledMissing() {
        RawPayloads broken =
                new RawPayloads() {
                    @Override
                    public List<ValidationStatus> structure() {
                        return List.of(
                                ValidationStatus.finding(
                                        "database.damaged", "payload.sqlite", "page 2"));
                    }

                    @Override
                    public List<RawPayload> payloads(long from) {
                        throw new LedgerFailed("torn");
                    }

                    @Override
                    public void close() {}
                };
        VerificationReport report =
                SampleLedger.verify(
                        VerificationRequest.of(sample.rawLedger(), broken, sample.assets));

        assertThat(codes(report)).containsExactly("database.damaged", "ledger.unreadable");
        assertThat(report.findings().getLast().where()).isEqualTo("payload.sqlite");
        assertThat(report.assetsChecked()).isEqualTo(3);
    }
}
