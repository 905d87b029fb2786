package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.identity.SigningKey;

/// What is wrong with entries, head, runs and signers is found, and nothing else.
class LedgerVerifierTest {
    private final SampleLedger sample = SampleLedger.ofRuns(4);

    private static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(ValidationStatus::code).distinct().toList();
    }

    private static ValidationStatus only(VerificationReport report, String code) {
        assertThat(report.statuses()).filteredOn(status -> status.code().equals(code)).hasSize(1);
        return report.statuses().stream().filter(status -> status.code().equals(code)).findFirst().orElseThrow();
    }

    private static byte[] edited(RawEntry entry, String from, String to) {
        String text = new String(entry.body(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

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
        assertThat(report.notes()).extracting(ValidationStatus::code).containsExactly("ledger.unanchored");
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
                    new LedgerVerifier(executor).verify(sample.request(), Progress.NONE, new Cancellation());

            assertThat(report).isEqualTo(sample.verify());
        }
    }

    @Test
    void progressComesInEntriesAndCancellingStops() {
        List<String> reports = new ArrayList<>();
        new LedgerVerifier(Runnable::run)
                .verify(sample.request(), (stage, done, total) -> reports.add(stage + done + "/" + total), new Cancellation());
        assertThat(reports).containsExactly("verify5/9", "verify9/9");

        var cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> new LedgerVerifier(Runnable::run).verify(sample.request(), Progress.NONE, cancelled))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void findingsOfTheDatabaseAreInTheReport() {
        ValidationStatus damage = ValidationStatus.finding("ledger.damaged", "ledger.sqlite", "page 3");
        sample.structure.add(damage);

        assertThat(sample.verify().findings()).containsExactly(damage);
    }

    @Test
    void flippingAnyByteOfAnEntryIsDetected() {
        SampleLedger small = SampleLedger.ofRuns(1);
        for (int index = 0; index < small.entries.size(); index++) {
            byte[] body = small.entries.get(index).body();
            for (int at = 0; at < body.length; at++) {
                byte[] changed = body.clone();
                changed[at] ^= 1;
                small.replace(index, changed);
                assertThat(codes(small.verify())).as("byte %d of entry %d", at, index).contains("head.rootMismatch");
            }
            small.replace(index, body);
        }
    }

    @Test
    void aChangedEntryIsNamedWhereLeafHashesAreKept() {
        LeafHashes leaves = sample.leaves();
        for (int index = 0; index < sample.entries.size(); index++) {
            SampleLedger tampered = sample.copy();
            tampered.replace(index, edited(sample.entries.get(index), "\"Ana\"", "\"Eve\""));

            VerificationReport report = SampleLedger.verify(tampered.request().withLeaves(leaves));
            assertThat(only(report, "entry.changed").where()).isEqualTo("entry " + index);
        }
    }

    @Test
    void leafHashesThatNoSignatureProvesNameNothing() {
        SampleLedger other = SampleLedger.ofRuns(4);
        other.replace(2, edited(other.entries.get(2), "\"Ana\"", "\"Eve\""));
        SampleLedger tampered = sample.copy();
        tampered.replace(3, edited(sample.entries.get(3), "\"Ana\"", "\"Eve\""));

        assertThat(codes(SampleLedger.verify(tampered.request().withLeaves(other.leaves()))))
                .containsExactly("head.rootMismatch", "head.frontierMismatch");
    }

    @Test
    void leafHashesOfAnOlderStateNameWhatACheckpointProves() {
        SampleLedger grown = SampleLedger.ofRuns(2);
        grown.addCheckpoint();
        LeafHashes leaves = grown.leaves();
        grown.addRun("failed");
        grown.sealed();
        grown.replace(1, edited(grown.entries.get(1), "\"Ana\"", "\"Eve\""));

        VerificationReport report = SampleLedger.verify(grown.request().withLeaves(leaves));
        assertThat(only(report, "entry.changed").where()).isEqualTo("entry 1");
        assertThat(only(report, "checkpoint.rootMismatch").explanation()).contains("before size 5", "entries 0 to 4");
    }

    @Test
    void aRemovedEntryIsNamed() {
        sample.entries.remove(4);
        assertThat(only(sample.verify(), "entry.missing").where()).isEqualTo("entry 4");
        sample.entries.remove(4);
        sample.entries.remove(4);
        ValidationStatus missing = only(sample.verify(), "entry.missing");
        assertThat(missing.where()).isEqualTo("entries 4 to 6");
        assertThat(missing.explanation()).contains("the next stored entry is 7");
        assertThat(codes(sample.verify())).contains("head.sizeMismatch", "head.rootMismatch");
    }

    @Test
    void anEntryWhereNoneCanBeIsNamed() {
        sample.entries.addFirst(new RawEntry(-3, sample.entries.get(2).body()));

        assertThat(only(sample.verify(), "entry.unexpected").where()).isEqualTo("entry -3");
    }

    @Test
    void insertedEntriesAreNamed() {
        List<RawEntry> before = List.copyOf(sample.entries);
        sample.entries.clear();
        for (RawEntry entry : before) {
            sample.entries.add(new RawEntry(sample.entries.size(), entry.body()));
            if (entry.index() == 3) {
                sample.entries.add(new RawEntry(4, entry.body()));
            }
        }

        VerificationReport report = sample.resizedWithoutKey().verify();
        assertThat(report.findings()).filteredOn(finding -> finding.code().equals("entry.indexMismatch"))
                .extracting(ValidationStatus::where)
                .contains("entry 4", "entry 5")
                .doesNotContain("entry 3");
        assertThat(codes(report)).contains("head.noteMismatch");
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
    void aTailCutWithoutTheKeyIsDetected() {
        sample.entries.removeLast();
        sample.entries.removeLast();

        assertThat(codes(sample.copy().verify()))
                .contains("head.sizeMismatch", "head.rootMismatch", "head.frontierMismatch");
        assertThat(codes(sample.resizedWithoutKey().verify())).containsExactly("head.noteMismatch");
    }

    @Test
    void aTreeMadeAnewWithoutTheKeyIsDetected() {
        sample.replace(3, edited(sample.entries.get(3), "\"Ana\"", "\"Eve\""));
        sample.resizedWithoutKey();
        assertThat(codes(sample.verify())).containsExactly("head.noteMismatch");

        sample.key = SigningKey.generate();
        sample.sealed();
        assertThat(codes(sample.verify())).containsExactly("head.signatureInvalid");
    }

    @Test
    void anEmptyLedgerHasFindings() {
        sample.entries.clear();
        sample.heads.clear();

        VerificationReport report = sample.verify();
        assertThat(codes(report)).startsWith("entry.missing", "head.missing");
        assertThat(report.production()).isEmpty();
        assertThat(report.anchoring()).isEqualTo(new VerificationReport.Anchoring(0, 0, Optional.empty()));
    }

    @Test
    void aLedgerThatDoesNotBeginWithItsProductionIsDetected() {
        RawEntry intent = sample.entries.get(1);
        sample.entries.clear();
        sample.entries.add(new RawEntry(0, edited(intent, "\"index\":1,", "\"index\":0,")));

        assertThat(codes(sample.sealed().verify())).contains("entry.firstNotProduction", "key.missing", "head.signatureInvalid");
    }

    @Test
    void aSecondProductionEntryIsDetected() {
        sample.append(EventType.PRODUCTION, Optional.empty(), JsonObject.EMPTY);

        assertThat(only(sample.sealed().verify(), "entry.secondProduction").where()).isEqualTo("entry 9");
    }

    @Test
    void anEntryOfAnotherProductionIsNamed() {
        String other = new UUID(1, 2).toString();
        sample.replace(2, edited(sample.entries.get(2), sample.production.toString(), other));

        ValidationStatus finding = only(sample.sealed().verify(), "entry.productionMismatch");
        assertThat(finding.where()).isEqualTo("entry 2");
        assertThat(finding.explanation()).contains(other);
    }

    @Test
    void eitherHalfOfAnotherProductionsIdIsNoticed() {
        for (UUID other : List.of(new UUID(sample.production.getMostSignificantBits(), 2),
                new UUID(1, sample.production.getLeastSignificantBits()))) {
            SampleLedger tampered = sample.copy();
            tampered.replace(2, edited(sample.entries.get(2), sample.production.toString(), other.toString()));
            assertThat(codes(tampered.sealed().verify())).containsExactly("entry.productionMismatch");
        }
    }

    @Test
    void theFormOfAnEntryIsExplained() {
        RawEntry entry = sample.entries.get(2);
        assertThat(form(new byte[] {'{'})).isEqualTo("entry.malformed");
        assertThat(form(new byte[0])).isEqualTo("entry.malformed");
        assertThat(form(edited(entry, "{\"assertions\"", "{ \"assertions\""))).isEqualTo("entry.notCanonical");
        assertThat(form(edited(entry, "backlot.entry/1", "backlot.entry/2"))).isEqualTo("entry.unknownSchema");
        assertThat(form(edited(entry, "\"outcome\"", "\"outcomes\""))).isEqualTo("entry.malformed");
        assertThat(form(edited(entry, "\"role\":\"artist\"", "\"role\":\"artist\",\"team\":1"))).isEqualTo("entry.malformed");
        assertThat(form(edited(entry, "\"index\":2,", "\"index\":1e+21,"))).isEqualTo("entry.malformed");
        assertThat(form(edited(entry, "\"index\":2,", "\"index\":9007199254740992,"))).isEqualTo("entry.malformed");
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
        sample.replace(1, edited(sample.entries.get(1), "\"kind\":\"prompt\"", "\"kind\":\"tune\""));

        assertThat(only(sample.sealed().verify(), "entry.referenceMalformed").where()).isEqualTo("entry 1");
    }

    @Test
    void timeRunningBackwardsIsANote() {
        sample.replace(5, edited(sample.entries.get(5), "2026-11-24T08:00:07.500Z", "2026-11-24T08:00:01Z"));
        VerificationReport report = sample.sealed().verify();

        assertThat(report.findings()).isEmpty();
        ValidationStatus note = only(report, "entry.timeBackwards");
        assertThat(note.where()).isEqualTo("entry 5");
        assertThat(note.severity()).isEqualTo(ValidationStatus.Severity.NOTE);
    }

    @Test
    void twoEntriesOfTheSameMillisecondAreFine() {
        sample.replace(5, edited(sample.entries.get(5), "2026-11-24T08:00:07.500Z", "2026-11-24T08:00:06Z"));

        assertThat(sample.sealed().verify().notes()).extracting(ValidationStatus::code).containsExactly("ledger.unanchored");
    }

    @Test
    void anOutcomeWithoutItsIntentIsDetected() {
        sample.append(EventType.OUTCOME, Optional.empty(), new JsonBuilder().put("run", SampleLedger.run(2, "failed")).build());
        sample.append(EventType.OUTCOME, Optional.empty(), new JsonBuilder().put("run", SampleLedger.run(50, "failed")).build());
        sample.append(EventType.OUTCOME, Optional.empty(), new JsonBuilder().put("run", SampleLedger.run(11, "failed")).build());

        VerificationReport report = sample.sealed().verify();
        assertThat(codes(report)).containsExactly("outcome.withoutIntent");
        assertThat(report.findings()).extracting(ValidationStatus::where).containsExactly("entry 9", "entry 10", "entry 11");
        assertThat(report.findings().getFirst().explanation()).contains("the run of entry 2");
    }

    @Test
    void aSecondOutcomeIsDetected() {
        sample.append(EventType.OUTCOME, Optional.empty(), new JsonBuilder().put("run", SampleLedger.run(3, "failed")).build());

        ValidationStatus finding = only(sample.sealed().verify(), "outcome.second");
        assertThat(finding.where()).isEqualTo("entry 9");
        assertThat(finding.explanation()).contains("run of entry 3", "in entry 4");
    }

    @Test
    void anOutcomeThatNamesNoRunIsDetected() {
        sample.append(EventType.OUTCOME, Optional.empty(), JsonObject.EMPTY);
        sample.append(EventType.OUTCOME, Optional.empty(),
                new JsonBuilder().put("run", new JsonBuilder().put("status", "failed").build()).build());

        assertThat(codes(sample.sealed().verify())).containsExactly("outcome.malformed");
        assertThat(sample.verify().findings()).hasSize(2);
    }

    @Test
    void anOutcomeOfAnotherJobIsDetected() {
        UUID job = sample.addUnfinished();
        long intent = sample.entries.size() - 1L;
        JsonObject run = new JsonBuilder().put("run", SampleLedger.run(intent, "failed")).build();
        for (Optional<UUID> other : List.of(Optional.<UUID>empty(), Optional.of(new UUID(job.getMostSignificantBits(), 1)),
                Optional.of(new UUID(1, job.getLeastSignificantBits())))) {
            SampleLedger wrong = sample.copy();
            wrong.append(EventType.OUTCOME, other, run);
            assertThat(only(wrong.sealed().verify(), "outcome.jobMismatch").where()).isEqualTo("entry " + (intent + 1));
            assertThat(codes(wrong.verify())).containsExactly("outcome.jobMismatch");
        }
        sample.append(EventType.OUTCOME, Optional.of(job), run);
        assertThat(sample.sealed().verify().findings()).isEmpty();
    }

    @Test
    void aRunWithoutAJobIsWholeWithAnOutcomeWithoutOne() {
        sample.append(EventType.INTENT, Optional.empty(), JsonObject.EMPTY);
        sample.append(EventType.OUTCOME, Optional.empty(), new JsonBuilder().put("run", SampleLedger.run(9, "cancelled")).build());

        assertThat(sample.sealed().verify().findings()).isEmpty();
    }

    @Test
    void anUnfinishedRunIsANote() {
        sample.addUnfinished();

        VerificationReport report = sample.sealed().verify();
        assertThat(report.findings()).isEmpty();
        assertThat(only(report, "intent.unfinished").where()).isEqualTo("entry 9");
    }

    @Test
    void everyPartOfTheHeadIsCompared() {
        RawHead head = sample.heads.getFirst();
        assertThat(headCodes(new RawHead(head.size() + 1, head.root(), head.frontier(), head.note())))
                .containsExactly("head.sizeMismatch", "head.noteMismatch");
        assertThat(headCodes(new RawHead(head.size(), flipped(head.root()), head.frontier(), head.note())))
                .containsExactly("head.rootMismatch", "head.noteMismatch");
        assertThat(headCodes(new RawHead(head.size(), head.root(), flipped(head.frontier()), head.note())))
                .containsExactly("head.frontierMismatch");
        assertThat(headCodes(new RawHead(head.size(), head.root(), head.frontier(), head.note() + "x")))
                .containsExactly("head.noteMalformed");
        SampleLedger stranger = SampleLedger.ofRuns(5);
        assertThat(headCodes(new RawHead(head.size(), head.root(), head.frontier(), stranger.heads.getFirst().note())))
                .containsExactly("head.originMismatch", "head.signatureInvalid", "head.noteMismatch");
        sample.heads.add(head);
        sample.heads.set(0, head);
        assertThat(codes(sample.verify())).containsExactly("head.several");
    }

    private List<String> headCodes(RawHead head) {
        sample.heads.set(0, head);
        return codes(sample.verify());
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    @Test
    void everyCharacterOfTheHeadsNoteCounts() {
        RawHead head = sample.heads.getFirst();
        byte[] note = head.note().getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < note.length; at++) {
            byte[] changed = note.clone();
            changed[at] ^= 1;
            sample.heads.set(0, new RawHead(
                    head.size(), head.root(), head.frontier(), new String(changed, StandardCharsets.UTF_8)));
            assertThat(sample.verify().findings()).as("byte %d", at).isNotEmpty();
        }
    }

    @Test
    void aKnownKeyIsHeldAgainstTheLedgers() {
        NoteKey right = sample.noteKey();
        assertThat(SampleLedger.verify(sample.request().withKey(right)).findings()).isEmpty();

        NoteKey other = new NoteKey(right.name(), SigningKey.generate().verificationKey());
        VerificationReport report = SampleLedger.verify(sample.request().withKey(other));
        assertThat(codes(report)).containsExactlyInAnyOrder("key.mismatch", "head.signatureInvalid");
        assertThat(only(report, "key.mismatch").explanation())
                .contains(other.key().fingerprint().hex(), right.key().fingerprint().hex());
    }

    @Test
    void aLogMadeAnewUnderAnotherKeyIsFoundByTheKnownKey() {
        NoteKey right = sample.noteKey();
        sample.key = SigningKey.generate();
        sample.replace(0, edited(sample.entries.getFirst(), right.text(), sample.noteKey().text()));
        sample.sealed();

        assertThat(sample.verify().findings()).isEmpty();
        assertThat(codes(SampleLedger.verify(sample.request().withKey(right)))).contains("key.mismatch");
    }

    @Test
    void aKeyOfAnotherLogInTheFirstEntryIsDetected() {
        NoteKey stranger = new NoteKey("backlot.studio/other", sample.key.verificationKey());
        sample.replace(0, edited(sample.entries.getFirst(), sample.noteKey().text(), stranger.text()));

        assertThat(codes(sample.sealed().verify())).contains("key.originMismatch");
    }

    @Test
    void aFirstEntryWithoutAKeyIsDetected() {
        sample.replace(0, edited(sample.entries.getFirst(), "\"logKey\":{\"key\":", "\"logKey\":{\"kex\":"));

        assertThat(only(sample.sealed().verify(), "key.missing").where()).isEqualTo("entry 0");
        assertThat(codes(SampleLedger.verify(sample.request().withKey(sample.noteKey())))).containsExactly("key.missing");
    }

    @Test
    void aThousandFindingsOfAKindAreEnough() {
        SampleLedger broken = SampleLedger.empty(new Random(1));
        for (int i = 0; i < 1200; i++) {
            broken.entries.add(new RawEntry(i + 1, new byte[] {'x'}));
        }

        VerificationReport report = broken.sealed().verify();
        assertThat(report.findings()).filteredOn(finding -> finding.code().equals("entry.malformed")).hasSize(1001);
        assertThat(report.findings().get(1000).explanation()).isEqualTo("and 200 more of this kind");
    }

    @Test
    void aPartThatCannotBeReadIsAFindingAndTheRestIsChecked() {
        RawLedger whole = sample.rawLedger();
        RawLedger broken = new RawLedger() {
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
                SampleLedger.verify(VerificationRequest.of(broken, sample.rawPayloads(), sample.assets));

        assertThat(report.entries()).isEqualTo(5);
        assertThat(report.findings())
                .filteredOn(finding -> finding.code().equals("ledger.unreadable"))
                .extracting(ValidationStatus::explanation)
                .containsExactly("no structure", "no head", "no checkpoints", "page 9 is torn");
    }

    @Test
    void theReportIsOneJsonDocument() {
        sample.addUnfinished();
        String json = studio.backlot.base.CanonicalJson.text(sample.resizedWithoutKey().verify().toJson());

        assertThat(json)
                .contains("\"anchored\":0", "\"clean\":false", "\"entries\":10", "\"unanchored\":10", "\"assetsChecked\":4",
                        "\"modelFilesChecked\":0", "\"payloads\":{\"erased\":0,\"locked\":0,\"open\":5}",
                        "\"oldestUnanchored\":\"2026-11-24T08:00:00Z\"", "\"production\":\"" + sample.production + "\"",
                        "\"root\":\"" + sample.range().root() + "\"", "\"code\":\"head.noteMismatch\"", "\"where\":\"head\"",
                        "\"code\":\"intent.unfinished\"");
    }

    @Test
    void theTimeOfTheOldestUnanchoredEntryIsTold() {
        assertThat(sample.verify().anchoring())
                .isEqualTo(new VerificationReport.Anchoring(0, 9, Optional.of(Instant.parse("2026-11-24T08:00:00Z"))));
        assertThat(Arrays.asList(ValidationStatus.Severity.values())).hasSize(2);
    }
}
