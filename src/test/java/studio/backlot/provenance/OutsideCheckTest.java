package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.backlot.identity.SigningKey;

/// Kept and outside checkpoints are held against the ledger; only the outside ones catch whoever
/// has the key.
class OutsideCheckTest {
    private final SampleLedger sample = SampleLedger.empty(new Random(7));
    private final SignedNote atOne;
    private final SignedNote atFive;

    OutsideCheckTest() {
        atOne = sample.addCheckpoint();
        sample.addRun("succeeded");
        sample.addRun("failed");
        atFive = sample.addCheckpoint();
        sample.addRun("succeeded");
        sample.sealed();
    }

    private static OutsideCheckpoint outside(SignedNote note) {
        return new OutsideCheckpoint("mail of May", note.format());
    }

    private VerificationReport verify(SignedNote... notes) {
        return SampleLedger.verify(
                sample.request()
                        .withOutside(
                                List.of(notes).stream().map(OutsideCheckTest::outside).toList()));
    }

    private static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(ValidationStatus::code).toList();
    }

    private static ValidationStatus only(VerificationReport report, String code) {
        assertThat(report.statuses()).filteredOn(status -> status.code().equals(code)).hasSize(1);
        return report.statuses().stream()
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void rename(int index) {
        String body =
                new String(sample.entries.get(index).body(), StandardCharsets.UTF_8)
                        .replace("\"Ana\"", "\"Eve\"");
        sample.replace(index, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withoutAnOutsideCheckpointTheWholeLedgerIsUnanchored() {
        VerificationReport report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.anchoring().size()).isZero();
        assertThat(report.anchoring().unanchored()).isEqualTo(7);
        assertThat(only(report, "ledger.unanchored").explanation())
                .startsWith(
                        "none of the 7 entries is covered by a checkpoint kept outside, the oldest of 2026-11-24T08:00:00Z");
    }

    @Test
    void whatTheNewestAgreeingCheckpointCoversIsAnchored() {
        VerificationReport report = verify(atFive, atOne);

        assertThat(report.findings()).isEmpty();
        assertThat(report.anchoring())
                .isEqualTo(
                        new VerificationReport.Anchoring(
                                5, 2, Optional.of(Instant.parse("2026-11-24T08:00:07.500Z"))));
        assertThat(only(report, "ledger.unanchored").explanation())
                .startsWith("entries 5 to 6 are not covered");
    }

    @Test
    void aCheckpointOfTheWholeLedgerLeavesNothingUnanchored() {
        VerificationReport report = verify(SignedNote.parse(sample.heads.getFirst().note()));

        assertThat(report.statuses()).isEmpty();
        assertThat(report.anchoring())
                .isEqualTo(new VerificationReport.Anchoring(7, 0, Optional.empty()));
    }

    @Test
    void aChangeAfterAKeptCheckpointIsPlacedBetweenTwo() {
        rename(3);
        ValidationStatus finding = only(sample.verify(), "checkpoint.rootMismatch");
        assertThat(finding.where()).isEqualTo("checkpoint 5");
        assertThat(finding.explanation())
                .contains("before size 5", "entries 1 to 4")
                .doesNotContain("later");

        rename(0);
        finding = only(sample.verify(), "checkpoint.rootMismatch");
        assertThat(finding.where()).isEqualTo("checkpoint 1");
        assertThat(finding.explanation())
                .contains("entries 0 to 0", "1 later checkpoints differ as well");
    }

    @Test
    void aChangeAfterTheLastCheckpointLeavesThemInPeace() {
        rename(6);

        assertThat(codes(sample.verify()))
                .containsExactly("head.rootMismatch", "head.frontierMismatch");
    }

    @Test
    void everyColumnOfAKeptCheckpointIsCompared() {
        RawCheckpoint kept = sample.checkpoints.getLast();
        byte[] otherRoot = kept.root().clone();
        otherRoot[4] ^= 1;
        assertThat(checkpointCodes(new RawCheckpoint(5, otherRoot, kept.note())))
                .containsExactly("checkpoint.noteMismatch");
        assertThat(checkpointCodes(new RawCheckpoint(6, kept.root(), kept.note())))
                .containsExactly("checkpoint.noteMismatch");
        assertThat(checkpointCodes(new RawCheckpoint(8, kept.root(), kept.note())))
                .containsExactly("checkpoint.noteMismatch", "checkpoint.beyondEnd");
        assertThat(checkpointCodes(new RawCheckpoint(5, kept.root(), kept.note() + "\n")))
                .containsExactly("checkpoint.noteMalformed");
        SignedNote forged =
                SignedNote.sign(SignedNote.parse(kept.note()).checkpoint(), SigningKey.generate());
        assertThat(checkpointCodes(new RawCheckpoint(5, kept.root(), forged.format())))
                .containsExactly("checkpoint.signatureInvalid");
        SampleLedger stranger = SampleLedger.ofRuns(2);
        SignedNote foreign = stranger.addCheckpoint();
        assertThat(
                        checkpointCodes(
                                new RawCheckpoint(
                                        5, stranger.range().root().bytes(), foreign.format())))
                .containsExactly(
                        "checkpoint.originMismatch",
                        "checkpoint.signatureInvalid",
                        "checkpoint.rootMismatch");
    }

    private List<String> checkpointCodes(RawCheckpoint row) {
        sample.checkpoints.set(1, row);
        return codes(sample.verify());
    }

    @Test
    void aLedgerMadeAnewWithTheKeyIsCaughtByAnOutsideCheckpointOnly() {
        rename(3);
        sample.checkpoints.clear();
        sample.sealed();

        assertThat(sample.verify().findings()).isEmpty();
        VerificationReport report = verify(atOne, atFive);
        ValidationStatus finding = only(report, "outside.changed");
        assertThat(finding.where()).isEqualTo("outside checkpoint mail of May");
        assertThat(finding.explanation()).contains("before size 5", "entries 1 to 4");
        assertThat(codes(report)).containsExactly("outside.changed");
        assertThat(report.anchoring().size()).isEqualTo(1);
    }

    @Test
    void aTailCutWithTheKeyIsARollback() {
        SignedNote atSeven = SignedNote.parse(sample.heads.getFirst().note());
        sample.entries.removeLast();
        sample.entries.removeLast();
        sample.sealed();

        assertThat(sample.verify().findings()).isEmpty();
        VerificationReport report = verify(atSeven, atOne);
        assertThat(codes(report)).containsExactly("outside.rollback");
        assertThat(only(report, "outside.rollback").explanation())
                .contains("had 7 entries", "has 5 now");
        assertThat(report.anchoring().size()).isEqualTo(1);
    }

    @Test
    void aTailCutBelowAKeptCheckpointIsDetectedWithoutAnyOther() {
        while (sample.entries.size() > 3) {
            sample.entries.removeLast();
        }

        assertThat(codes(sample.sealed().verify())).containsExactly("checkpoint.beyondEnd");
    }

    @Test
    void anotherLedgerOfTheSameSizeIsAFork() {
        SignedNote atSeven = SignedNote.parse(sample.heads.getFirst().note());
        rename(6);
        sample.sealed();

        VerificationReport report = verify(atSeven, atFive);
        assertThat(codes(report)).containsExactly("outside.fork");
        assertThat(only(report, "outside.fork").explanation())
                .contains("two copies", "entries 5 to 6");
        assertThat(report.anchoring().size()).isEqualTo(5);
    }

    @Test
    void aCheckpointOfAnotherLogIsSaidToBe() {
        SignedNote foreign = SampleLedger.ofRuns(2).addCheckpoint();

        assertThat(codes(verify(foreign))).containsExactly("outside.otherLog");
        assertThat(verify(foreign).anchoring().size()).isZero();
    }

    @Test
    void aForgedCheckpointAnchorsNothing() {
        SignedNote forged = SignedNote.sign(atFive.checkpoint(), SigningKey.generate());

        assertThat(codes(verify(forged))).containsExactly("outside.signatureInvalid");
        assertThat(verify(forged).anchoring().size()).isZero();
    }

    @Test
    void aTextThatIsNoCheckpointIsSaidToBe() {
        VerificationReport report =
                SampleLedger.verify(
                        sample.request()
                                .withOutside(List.of(new OutsideCheckpoint("a file", "hello\n"))));

        assertThat(only(report, "outside.malformed").where())
                .isEqualTo("outside checkpoint a file");
    }

    @Test
    void aCheckpointOfTheEmptyLogAnchorsNothingAndContradictsNothing() {
        SignedNote empty =
                SignedNote.sign(
                        new Checkpoint(
                                Checkpoint.originOf(sample.production),
                                0,
                                CompactRange.empty().root()),
                        sample.key);

        VerificationReport report = verify(empty);
        assertThat(report.findings()).isEmpty();
        assertThat(report.anchoring().size()).isZero();
    }
}
