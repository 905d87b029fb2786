package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;

/// Runs that are not whole are named.
class RunCheckTest {
    private final SampleLedger sample = SampleLedger.ofRuns(4);

    @Test
    void anOutcomeWithoutItsIntentIsDetected() {
        sample.append(
                EventType.OUTCOME,
                Optional.empty(),
                new JsonBuilder().put("run", SampleLedger.run(2, "failed")).build());
        sample.append(
                EventType.OUTCOME,
                Optional.empty(),
                new JsonBuilder().put("run", SampleLedger.run(50, "failed")).build());
        sample.append(
                EventType.OUTCOME,
                Optional.empty(),
                new JsonBuilder().put("run", SampleLedger.run(11, "failed")).build());

        VerificationReport report = sample.sealed().verify();
        assertThat(Reports.codes(report)).containsExactly("outcome.withoutIntent");
        assertThat(report.findings())
                .extracting(ValidationStatus::where)
                .containsExactly("entry 9", "entry 10", "entry 11");
        assertThat(report.findings().getFirst().explanation()).contains("the run of entry 2");
    }

    @Test
    void aSecondOutcomeIsDetected() {
        sample.append(
                EventType.OUTCOME,
                Optional.empty(),
                new JsonBuilder().put("run", SampleLedger.run(3, "failed")).build());

        ValidationStatus finding = Reports.only(sample.sealed().verify(), "outcome.second");
        assertThat(finding.where()).isEqualTo("entry 9");
        assertThat(finding.explanation()).contains("run of entry 3", "in entry 4");
    }

    @Test
    void anOutcomeThatNamesNoRunIsDetected() {
        sample.append(EventType.OUTCOME, Optional.empty(), JsonObject.EMPTY);
        sample.append(
                EventType.OUTCOME,
                Optional.empty(),
                new JsonBuilder()
                        .put("run", new JsonBuilder().put("status", "failed").build())
                        .build());

        assertThat(Reports.codes(sample.sealed().verify())).containsExactly("outcome.malformed");
        assertThat(sample.verify().findings()).hasSize(2);
    }

    @Test
    void anOutcomeOfAnotherJobIsDetected() {
        UUID job = sample.addUnfinished();
        long intent = sample.entries.size() - 1L;
        JsonObject run = new JsonBuilder().put("run", SampleLedger.run(intent, "failed")).build();
        for (Optional<UUID> other :
                List.of(
                        Optional.<UUID>empty(),
                        Optional.of(new UUID(job.getMostSignificantBits(), 1)),
                        Optional.of(new UUID(1, job.getLeastSignificantBits())))) {
            SampleLedger wrong = sample.copy();
            wrong.append(EventType.OUTCOME, other, run);
            assertThat(Reports.only(wrong.sealed().verify(), "outcome.jobMismatch").where())
                    .isEqualTo("entry " + (intent + 1));
            assertThat(Reports.codes(wrong.verify())).containsExactly("outcome.jobMismatch");
        }
        sample.append(EventType.OUTCOME, Optional.of(job), run);
        assertThat(sample.sealed().verify().findings()).isEmpty();
    }

    @Test
    void aRunWithoutAJobIsWholeWithAnOutcomeWithoutOne() {
        sample.append(EventType.INTENT, Optional.empty(), JsonObject.EMPTY);
        sample.append(
                EventType.OUTCOME,
                Optional.empty(),
                new JsonBuilder().put("run", SampleLedger.run(9, "cancelled")).build());

        assertThat(sample.sealed().verify().findings()).isEmpty();
    }

    @Test
    void anUnfinishedRunIsANote() {
        sample.addUnfinished();

        VerificationReport report = sample.sealed().verify();
        assertThat(report.findings()).isEmpty();
        assertThat(Reports.only(report, "intent.unfinished").where()).isEqualTo("entry 9");
    }
}
