package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonValue.JsonObject;

/// Each entry is looked at for its place, its form and what it says of itself.
class EntryCheckTest {
    private final SampleLedger sample = SampleLedger.ofRuns(4);

    @Test
    void flippingAnyByteOfAnEntryIsDetected() {
        SampleLedger small = SampleLedger.ofRuns(1);
        for (int index = 0; index < small.entries.size(); index++) {
            byte[] body = small.entries.get(index).body();
            for (int at = 0; at < body.length; at++) {
                byte[] changed = body.clone();
                changed[at] ^= 1;
                small.replace(index, changed);
                assertThat(Reports.codes(small.verify()))
                        .as("byte %d of entry %d", at, index)
                        .contains("head.rootMismatch");
            }
            small.replace(index, body);
        }
    }

    @Test
    void aRemovedEntryIsNamed() {
        sample.entries.remove(4);
        assertThat(Reports.only(sample.verify(), "entry.missing").where()).isEqualTo("entry 4");
        sample.entries.remove(4);
        sample.entries.remove(4);
        ValidationStatus missing = Reports.only(sample.verify(), "entry.missing");
        assertThat(missing.where()).isEqualTo("entries 4 to 6");
        assertThat(missing.explanation()).contains("the next stored entry is 7");
        assertThat(Reports.codes(sample.verify()))
                .contains("head.sizeMismatch", "head.rootMismatch");
    }

    @Test
    void anEntryWhereNoneCanBeIsNamed() {
        sample.entries.addFirst(SampleLedger.row(-3, sample.entries.get(2).body()));

        assertThat(Reports.only(sample.verify(), "entry.unexpected").where()).isEqualTo("entry -3");
    }

    @Test
    void insertedEntriesAreNamed() {
        List<RawEntry> before = List.copyOf(sample.entries);
        sample.entries.clear();
        for (RawEntry entry : before) {
            sample.entries.add(SampleLedger.row(sample.entries.size(), entry.body()));
            if (entry.index() == 3) {
                sample.entries.add(SampleLedger.row(4, entry.body()));
            }
        }

        VerificationReport report = sample.resizedWithoutKey().verify();
        assertThat(report.findings())
                .filteredOn(finding -> finding.code().equals("entry.indexMismatch"))
                .extracting(ValidationStatus::where)
                .contains("entry 4", "entry 5")
                .doesNotContain("entry 3");
        assertThat(Reports.codes(report)).contains("head.noteMismatch");
    }

    @Test
    void exchangedEntriesAreNamed() {
        byte[] third = sample.entries.get(3).body();
        sample.replace(3, sample.entries.get(5).body());
        sample.replace(5, third);

        assertThat(sample.verify().findings())
                .filteredOn(finding -> finding.code().equals("entry.indexMismatch"))
                .extracting(ValidationStatus::where)
                .containsExactly("entry 3", "entry 5");
    }

    @Test
    void aLedgerThatDoesNotBeginWithItsProductionIsDetected() {
        RawEntry intent = sample.entries.get(1);
        sample.entries.clear();
        sample.entries.add(
                SampleLedger.row(0, Reports.edited(intent, "\"index\":1,", "\"index\":0,")));

        assertThat(Reports.codes(sample.sealed().verify()))
                .contains("entry.firstNotProduction", "key.missing", "head.signatureInvalid");
    }

    @Test
    void aSecondProductionEntryIsDetected() {
        sample.append(EventType.PRODUCTION, Optional.empty(), JsonObject.EMPTY);

        assertThat(Reports.only(sample.sealed().verify(), "entry.secondProduction").where())
                .isEqualTo("entry 9");
    }

    @Test
    void anEntryOfAnotherProductionIsNamed() {
        String other = new UUID(1, 2).toString();
        sample.replace(
                2, Reports.edited(sample.entries.get(2), sample.production.toString(), other));

        ValidationStatus finding =
                Reports.only(sample.sealed().verify(), "entry.productionMismatch");
        assertThat(finding.where()).isEqualTo("entry 2");
        assertThat(finding.explanation()).contains(other);
    }

    @Test
    void eitherHalfOfAnotherProductionsIdIsNoticed() {
        for (UUID other :
                List.of(
                        new UUID(sample.production.getMostSignificantBits(), 2),
                        new UUID(1, sample.production.getLeastSignificantBits()))) {
            SampleLedger tampered = sample.copy();
            tampered.replace(
                    2,
                    Reports.edited(
                            sample.entries.get(2), sample.production.toString(), other.toString()));
            assertThat(Reports.codes(tampered.sealed().verify()))
                    .containsExactly("entry.productionMismatch");
        }
    }

    @Test
    void theFormOfAnEntryIsExplained() {
        RawEntry entry = sample.entries.get(2);
        assertThat(form(new byte[] {'{'})).isEqualTo("entry.malformed");
        assertThat(form(new byte[0])).isEqualTo("entry.malformed");
        assertThat(form(Reports.edited(entry, "{\"assertions\"", "{ \"assertions\"")))
                .isEqualTo("entry.notCanonical");
        assertThat(form(Reports.edited(entry, "backlot.entry/1", "backlot.entry/2")))
                .isEqualTo("entry.unknownSchema");
        assertThat(form(Reports.edited(entry, "\"outcome\"", "\"outcomes\"")))
                .isEqualTo("entry.malformed");
        assertThat(
                        form(
                                Reports.edited(
                                        entry,
                                        "\"role\":\"artist\"",
                                        "\"role\":\"artist\",\"team\":1")))
                .isEqualTo("entry.malformed");
        assertThat(form(Reports.edited(entry, "\"index\":2,", "\"index\":1e+21,")))
                .isEqualTo("entry.malformed");
        assertThat(form(Reports.edited(entry, "\"index\":2,", "\"index\":9007199254740992,")))
                .isEqualTo("entry.malformed");
    }

    private String form(byte[] body) {
        SampleLedger tampered = sample.copy();
        tampered.replace(2, body);
        ValidationStatus finding = tampered.sealed().verify().findings().getFirst();
        assertThat(finding.where()).isEqualTo("entry 2");
        assertThat(finding.explanation()).isNotBlank();
        return finding.code();
    }

    @Test
    void aReferenceThatCannotBeReadIsDetected() {
        sample.replace(
                1,
                Reports.edited(sample.entries.get(1), "\"kind\":\"prompt\"", "\"kind\":\"tune\""));

        assertThat(Reports.only(sample.sealed().verify(), "entry.referenceMalformed").where())
                .isEqualTo("entry 1");
    }

    @Test
    void timeRunningBackwardsIsANote() {
        sample.replace(
                5,
                Reports.edited(
                        sample.entries.get(5), "2026-11-24T08:00:07.500Z", "2026-11-24T08:00:01Z"));
        VerificationReport report = sample.sealed().verify();

        assertThat(report.findings()).isEmpty();
        ValidationStatus note = Reports.only(report, "entry.timeBackwards");
        assertThat(note.where()).isEqualTo("entry 5");
        assertThat(note.severity()).isEqualTo(ValidationStatus.Severity.NOTE);
    }

    @Test
    void twoEntriesOfTheSameMillisecondAreFine() {
        sample.replace(
                5,
                Reports.edited(
                        sample.entries.get(5), "2026-11-24T08:00:07.500Z", "2026-11-24T08:00:06Z"));

        assertThat(sample.sealed().verify().notes())
                .extracting(ValidationStatus::code)
                .containsExactly("ledger.unanchored");
    }
}
