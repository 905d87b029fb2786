package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.Progress;

/// A whole ledger has no finding, and a report says all that is to be known.
class LedgerVerifierTest {
    private final SampleLedger sample = SampleLedger.ofRuns(4);

    @Test
    void aWholeLedgerHasNoFinding() {
        VerificationReport report = sample.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.entries()).isEqualTo(9);
        assertThat(report.root()).isEqualTo(sample.range().root());
        assertThat(report.production()).contains(sample.production);
        assertThat(report.payloads()).isEqualTo(new VerificationReport.PayloadCounts(4, 0, 0));
        assertThat(report.assetsChecked()).isEqualTo(4);
        assertThat(report.modelFilesChecked()).isZero();
        assertThat(report.notes())
                .extracting(ValidationStatus::code)
                .containsExactly("ledger.unanchored");
    }

    @Test
    void fiftyCleanLedgersOfRandomShapeHaveNoFinding() {
        for (int seed = 0; seed < 50; seed++) {
            SampleLedger random = SampleLedger.random(new Random(seed));
            assertThat(random.verify().findings()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void readingOnAnotherThreadGivesTheSameReport() {
        try (var executor = Executors.newSingleThreadExecutor()) {
            VerificationReport report =
                    new LedgerVerifier(executor)
                            .verify(sample.request(), Progress.NONE, new Cancellation());

            assertThat(report).isEqualTo(sample.verify());
        }
    }

    @Test
    void progressComesInEntriesAndCancellingStops() {
        List<String> reports = new ArrayList<>();
        new LedgerVerifier(Runnable::run)
                .verify(
                        sample.request(),
                        (stage, done, total) -> reports.add(stage + done + "/" + total),
                        new Cancellation());
        assertThat(reports).containsExactly("verify5/9", "verify9/9");

        var cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() ->
                        new LedgerVerifier(Runnable::run)
                                .verify(sample.request(), Progress.NONE, cancelled))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void findingsOfTheDatabaseAreInTheReport() {
        ValidationStatus damage =
                ValidationStatus.finding("ledger.damaged", "ledger.sqlite", "page 3");
        sample.structure.add(damage);

        assertThat(sample.verify().findings()).containsExactly(damage);
    }

    @Test
    void aChangedEntryThatStillReadsAsOneIsNamed() {
        for (int index = 0; index < sample.entries.size(); index++) {
            SampleLedger tampered = sample.copy();
            tampered.replaceBody(
                    index, Reports.edited(sample.entries.get(index), "\"Ana\"", "\"Eve\""));

            assertThat(Reports.only(tampered.verify(), "entry.changed").where())
                    .isEqualTo("entry " + index);
        }
    }

    @Test
    void aChangedLeafHashIsNamed() {
        SampleLedger tampered = sample.copy();
        RawEntry second = sample.entries.get(2);
        for (int i = 0; i < second.leaf().length; i++) {
            byte[] leaf = second.leaf().clone();
            leaf[i] ^= 1;
            tampered.entries.set(2, new RawEntry(2, second.event(), leaf, second.body()));

            assertThat(tampered.verify().findings())
                    .extracting(ValidationStatus::code, ValidationStatus::where)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("entry.changed", "entry 2"));
        }
    }

    @Test
    void anEventThatIsNotTheEntrysOwnIsNamed() {
        SampleLedger tampered = sample.copy();
        RawEntry second = sample.entries.get(2);
        tampered.entries.set(2, new RawEntry(2, "policy", second.leaf(), second.body()));

        assertThat(Reports.only(tampered.verify(), "entry.eventMismatch").where())
                .isEqualTo("entry 2");
    }

    @Test
    void anEntryChangedTogetherWithItsLeafHashIsFoundByTheRoot() {
        SampleLedger grown = SampleLedger.ofRuns(2);
        grown.addCheckpoint();
        grown.addRun("failed");
        grown.sealed();
        grown.replace(1, Reports.edited(grown.entries.get(1), "\"Ana\"", "\"Eve\""));

        VerificationReport report = grown.verify();
        assertThat(Reports.codes(report)).doesNotContain("entry.changed");
        assertThat(Reports.only(report, "checkpoint.rootMismatch").explanation())
                .contains("before size 5", "entries 0 to 4");
    }

    @Test
    void anEmptyLedgerHasFindings() {
        sample.entries.clear();
        sample.heads.clear();

        VerificationReport report = sample.verify();
        assertThat(Reports.codes(report)).startsWith("entry.missing", "head.missing");
        assertThat(report.production()).isEmpty();
        assertThat(report.anchoring())
                .isEqualTo(new VerificationReport.Anchoring(0, 0, Optional.empty()));
    }

    @Test
    void aThousandFindingsOfAKindAreEnough() {
        SampleLedger broken = SampleLedger.empty(new Random(1));
        for (int i = 0; i < 1200; i++) {
            broken.entries.add(SampleLedger.row(i + 1, new byte[] {'x'}));
        }

        VerificationReport report = broken.sealed().verify();
        assertThat(report.findings())
                .filteredOn(finding -> finding.code().equals("entry.malformed"))
                .hasSize(1001);
        assertThat(report.findings().get(1000).explanation())
                .isEqualTo("and 200 more of this kind");
    }

    @Test
    void aPartThatCannotBeReadIsAFindingAndTheRestIsChecked() {
        RawLedger whole = sample.rawLedger();
        RawLedger broken =
                new RawLedger() {
                    @Override
                    public List<ValidationStatus> structure() {
                        throw new LedgerFailed("no structure");
                    }

                    @Override
                    public List<RawHead> heads() {
                        throw new LedgerFailed("no head");
                    }

                    @Override
                    public List<RawCheckpoint> checkpoints() {
                        throw new LedgerFailed("no checkpoints");
                    }

                    @Override
                    public List<RawEntry> entries(long from) {
                        if (from > 4) {
                            throw new LedgerFailed("page 9 is torn");
                        }
                        return whole.entries(from);
                    }

                    @Override
                    public void close() {}
                };
        VerificationReport report =
                SampleLedger.verify(
                        VerificationRequest.of(broken, sample.rawPayloads(), sample.assets));

        assertThat(report.entries()).isEqualTo(5);
        assertThat(report.findings())
                .filteredOn(finding -> finding.code().equals("ledger.unreadable"))
                .extracting(ValidationStatus::explanation)
                .containsExactly("no head", "no checkpoints", "page 9 is torn", "no structure");
    }

    @Test
    void theReportIsOneJsonDocument() {
        sample.addUnfinished();
        String json =
                studio.backlot.base.CanonicalJson.text(
                        sample.resizedWithoutKey().verify().toJson());

        assertThat(json)
                .contains(
                        "\"anchored\":0",
                        "\"clean\":false",
                        "\"entries\":10",
                        "\"unanchored\":10",
                        "\"assetsChecked\":4",
                        "\"modelFilesChecked\":0",
                        "\"payloads\":{\"erased\":0,\"locked\":0,\"open\":5}",
                        "\"oldestUnanchored\":\"2026-11-24T08:00:00Z\"",
                        "\"production\":\"" + sample.production + "\"",
                        "\"root\":\"" + sample.range().root() + "\"",
                        "\"code\":\"head.noteMismatch\"",
                        "\"where\":\"head\"",
                        "\"code\":\"intent.unfinished\"");
    }

    @Test
    void theTimeOfTheOldestUnanchoredEntryIsTold() {
        assertThat(sample.verify().anchoring())
                .isEqualTo(
                        new VerificationReport.Anchoring(
                                0, 9, Optional.of(Instant.parse("2026-11-24T08:00:00Z"))));
        assertThat(Arrays.asList(ValidationStatus.Severity.values())).hasSize(2);
    }
}
