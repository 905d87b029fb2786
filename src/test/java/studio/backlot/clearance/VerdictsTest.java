package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.Verdict.Subject;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.Signatory;

class VerdictsTest {
    private static final UUID SLOT = new UUID(9, 4);
    private static final ContentHash FIRST = Desk.hash("first");
    private static final ContentHash SECOND = Desk.hash("second");
    private static final Subject V1 = new Subject(FIRST, 1, UseLabel.FINAL);
    private static final Subject V2 = new Subject(SECOND, 2, UseLabel.FINAL);

    private final Desk desk = Desk.here();
    private final Desk.Somebody pia = Desk.Somebody.named("Pia");
    private final Desk.Somebody ada = Desk.Somebody.named("Ada");
    private final EnrolledPersons persons = new EnrolledPersons();
    private final Submissions submissions = new Submissions();
    private final Verdicts verdicts = new Verdicts(persons, submissions);

    @BeforeEach
    void enrol() {
        pia.enrolIn(persons, 0);
        ada.enrolIn(persons, 1);
    }

    @Test
    void whatWasNotHandedInIsADraft() {
        assertThat(verdicts.of(V1))
                .isEqualTo(new Clearance(ReviewState.DRAFT, Optional.empty(), false));
        assertThat(verdicts.of(V1).words()).isEqualTo("draft");
    }

    @Test
    void whatWasHandedInForTheUseAndVersionIsInReview() {
        submit(1, FIRST, 1, "final");

        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.IN_REVIEW);
        assertThat(verdicts.of(new Subject(FIRST, 1, UseLabel.TEMP)).state())
                .isEqualTo(ReviewState.DRAFT);
        assertThat(verdicts.of(new Subject(FIRST, 2, UseLabel.FINAL)).state())
                .isEqualTo(ReviewState.DRAFT);
    }

    @ParameterizedTest
    @CsvSource({
        "approved, APPROVED",
        "changesRequested, CHANGES_REQUESTED",
        "rejected, REJECTED",
        "inReview, IN_REVIEW",
    })
    void aVerdictBindsFileVersionAndUse(String decision, ReviewState state) {
        submit(1, FIRST, 1, "final");
        assertThat(decide(1, FIRST, 1, "final", decision)).isEmpty();

        assertThat(verdicts.of(V1).state()).isEqualTo(state);
        assertThat(verdicts.of(V1).verdict()).isPresent();
        assertThat(verdicts.of(new Subject(SECOND, 1, UseLabel.FINAL)).state())
                .isEqualTo(ReviewState.DRAFT);
        assertThat(verdicts.of(new Subject(FIRST, 2, UseLabel.FINAL)).state())
                .isEqualTo(ReviewState.DRAFT);
        assertThat(verdicts.of(new Subject(FIRST, 1, UseLabel.TEMP)).state())
                .isEqualTo(ReviewState.DRAFT);
    }

    @Test
    void onlyAnApprovalForThisUseIsAnApproval() {
        submit(1, FIRST, 1, "final");
        decide(1, FIRST, 1, "final", "changesRequested");
        assertThat(verdicts.approval(FIRST, UseLabel.FINAL)).isEmpty();

        decide(1, FIRST, 1, "final", "approved");

        assertThat(verdicts.approval(FIRST, UseLabel.FINAL).map(Verdict::subject)).contains(V1);
        assertThat(verdicts.approval(FIRST, UseLabel.TEMP)).isEmpty();
        assertThat(verdicts.approval(SECOND, UseLabel.FINAL)).isEmpty();
        assertThat(verdicts.history(V1)).hasSize(2);
    }

    @Test
    void aLaterVerdictTakesAnApprovalBack() {
        submit(1, FIRST, 1, "final");
        decide(1, FIRST, 1, "final", "approved");
        decide(1, FIRST, 1, "final", "rejected");

        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.REJECTED);
        assertThat(verdicts.approval(FIRST, UseLabel.FINAL)).isEmpty();
    }

    @Test
    void withinOneLedgerThePlaceDecidesAndNotTheClock() {
        submit(1, FIRST, 1, "final");
        decide(1, FIRST, 1, "final", "approved");
        desk.setClock("2020-01-01T00:00:00Z");
        decide(1, FIRST, 1, "final", "rejected");

        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.REJECTED);
    }

    @Test
    void aNewVersionIsADraftThatSaysChangedSinceApproved() {
        submit(1, FIRST, 1, "final");
        decide(1, FIRST, 1, "final", "approved");
        assertThat(verdicts.isApprovedBefore(SLOT, 2, UseLabel.FINAL)).isTrue();
        assertThat(verdicts.isApprovedBefore(SLOT, 1, UseLabel.FINAL)).isFalse();
        assertThat(verdicts.isApprovedBefore(SLOT, 2, UseLabel.TEMP)).isFalse();

        submit(2, SECOND, 2, "final");

        assertThat(verdicts.of(V2).state()).isEqualTo(ReviewState.IN_REVIEW);
        assertThat(verdicts.of(V2).words()).isEqualTo("in review, changed since approved");
        assertThat(verdicts.of(V1).words()).isEqualTo("approved");
        assertThat(verdicts.approval(SECOND, UseLabel.FINAL)).isEmpty();
        assertThat(verdicts.of(new Subject(SECOND, 3, UseLabel.FINAL)).isChangedSinceApproved())
                .isFalse();

        decide(2, SECOND, 2, "final", "approved");
        assertThat(verdicts.of(V2).isChangedSinceApproved()).isFalse();
    }

    @Test
    void aNewVersionAfterARejectedOneDoesNotSayChangedSinceApproved() {
        submit(1, FIRST, 1, "final");
        decide(1, FIRST, 1, "final", "rejected");
        submit(2, SECOND, 2, "final");

        assertThat(verdicts.of(V2).isChangedSinceApproved()).isFalse();
    }

    @Test
    void theSameFileHandedInAgainAfterChangesWereAskedForIsInReviewAgain() {
        submit(1, FIRST, 1, "final");
        decide(1, FIRST, 1, "final", "changesRequested");
        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.CHANGES_REQUESTED);

        submit(2, FIRST, 1, "final");

        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.IN_REVIEW);
        decide(2, FIRST, 1, "final", "changesRequested");
        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.CHANGES_REQUESTED);
    }

    @Test
    void anApprovalStaysWhenTheFileIsHandedInAgain() {
        submit(1, FIRST, 1, "final");
        decide(1, FIRST, 1, "final", "approved");
        submit(2, FIRST, 1, "final");

        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.APPROVED);
    }

    @Test
    void aVerdictNeedsTheGuardedKeyOfAVouchedPerson() {
        submit(1, FIRST, 1, "final");
        Desk.Somebody stranger = Desk.Somebody.named("Stranger");

        assertThat(accept(verdict(pia.byEveryday(), "approved"))).isPresent();
        assertThat(accept(verdict(ada.byGuarded(), "approved")))
                .hasValueSatisfying(why -> assertThat(why).contains("vouched").contains("Ada"));
        assertThat(accept(verdict(stranger.byGuarded(), "approved"))).isPresent();
        var typed = Signatory.unsigned(new Maker("Pia", Role.PRODUCER));
        assertThat(accept(verdict(typed, "approved"))).isPresent();
        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.IN_REVIEW);
    }

    @Test
    void aVerdictWhoseSignatureIsOfOtherWordsDoesNotCount() {
        submit(1, FIRST, 1, "final");
        LedgerEntry asked = verdict(pia.byGuarded(), "changesRequested").entry();
        LedgerEntry turned = verdict(pia.byGuarded(), "approved").entry();
        var forged =
                new LedgerEntry(
                        turned.index(),
                        turned.entryId(),
                        turned.production(),
                        turned.event(),
                        turned.time(),
                        turned.person(),
                        turned.job(),
                        turned.assertions(),
                        asked.signature());

        assertThat(accept(KnownEntry.local(forged)))
                .hasValueSatisfying(why -> assertThat(why).contains("signature"));
        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.IN_REVIEW);
    }

    @Test
    void aVerdictOfAKeyThatHadEndedDoesNotCountHere() {
        submit(1, FIRST, 1, "final");
        KnownEntry late = verdict(pia.byGuarded(), "approved");
        persons.accept(
                late.entry().index() - 1,
                new Enrolment(Enrolment.Act.RETIRE, pia.person(), Enrolment.Vouched.SELF),
                pia.byGuarded().maker().key());

        assertThat(accept(late)).isPresent();
        assertThat(accept(Desk.elsewhere(1).seen(late))).isEmpty();
    }

    @Test
    void theOrderInWhichPackagesArriveChangesNothing() {
        submit(1, FIRST, 1, "final");
        Desk one = Desk.elsewhere(1);
        Desk two = Desk.elsewhere(2);
        List<KnownEntry> arriving = new ArrayList<>();
        one.setClock("2026-04-01T10:00:00Z");
        two.setClock("2026-04-01T11:00:00Z");
        arriving.add(verdict(one, pia.byGuarded(), "rejected"));
        arriving.add(verdict(two, pia.byGuarded(), "changesRequested"));
        two.setClock("2026-04-01T09:00:00Z");
        arriving.add(verdict(two, pia.byGuarded(), "approved"));
        one.setClock("2026-04-01T08:30:00Z");
        arriving.add(verdict(one, pia.byGuarded(), "inReview"));
        var random = new Random(5);
        List<ReviewState> ends = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Collections.shuffle(arriving, random);
            var fresh = new Verdicts(persons, submissions);
            arriving.forEach(fresh::accept);
            arriving.forEach(fresh::accept);
            assertThat(fresh.history(V1)).hasSize(4);
            ends.add(fresh.of(V1).state());
        }

        assertThat(ends).containsOnly(ReviewState.APPROVED);
    }

    @Test
    void ofTwoLedgersWithTheSameTimeTheSameOneHoldsInEitherOrder() {
        submit(1, FIRST, 1, "final");
        List<KnownEntry> same = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            Desk other = Desk.elsewhere(i);
            other.setClock("2026-04-01T10:00:00Z");
            same.add(verdict(other, pia.byGuarded(), i == 1 ? "rejected" : "approved"));
        }

        for (List<KnownEntry> order : List.of(same, same.reversed())) {
            var fresh = new Verdicts(persons, submissions);
            order.forEach(fresh::accept);
            assertThat(fresh.of(V1).state()).isEqualTo(ReviewState.APPROVED);
        }
    }

    @Test
    void selfApprovalIsSaid() {
        submit(1, FIRST, 1, "final");
        accept(
                desk.entry(
                        EventType.REVIEW,
                        pia.byGuarded(),
                        body("approved", ",'selfApproved':true,'reason':" + Desk.note(4))));

        assertThat(verdicts.of(V1).words()).isEqualTo("approved, self-approved");
        assertThat(verdicts.of(V1).verdict().orElseThrow().reason().orElseThrow().id())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'verdict':{}}",
                "{'verdict':{'file':'x','version':1,'use':'final','decision':'approved'}}",
                "{'verdict':{'file':'%a','use':'final','decision':'approved'}}",
                "{'verdict':{'file':'%a','version':1,'use':'ever','decision':'approved'}}",
                "{'verdict':{'file':'%a','version':1,'use':'final','decision':'draft'}}",
                "{'verdict':{'file':'%a','version':1,'use':'final','decision':'approved','submission':'x'}}",
                "{'verdict':{'file':'%a','version':1,'use':'final','decision':'approved','reason':{}}}",
            })
    void whatIsNoVerdictIsAnsweredInWords(String assertions) {
        submit(1, FIRST, 1, "final");
        assertThat(
                        accept(
                                desk.entry(
                                        EventType.REVIEW,
                                        pia.byGuarded(),
                                        assertions.replace("%a", FIRST.hex()))))
                .hasValueSatisfying(why -> assertThat(why).isNotBlank());
        assertThat(verdicts.of(V1).state()).isEqualTo(ReviewState.IN_REVIEW);
    }

    @Test
    void otherEntriesArePassedOver() {
        assertThat(accept(desk.entry(EventType.CONSENT, pia.byGuarded(), "{}"))).isEmpty();
        assertThat(accept(desk.entry(EventType.REVIEW, pia.byGuarded(), "{'useCase':{}}")))
                .isEmpty();
        assertThat(
                        accept(
                                desk.entry(
                                        EventType.REVIEW,
                                        pia.byGuarded(),
                                        "{'useCase':{},'verdict':{}}")))
                .isPresent();
    }

    @Test
    void aDecisionHasANameInEntriesAndAWordInCommands() {
        assertThat(ReviewState.CHANGES_REQUESTED.word()).isEqualTo("changes-requested");
        assertThat(ReviewState.CHANGES_REQUESTED.words()).isEqualTo("changes requested");
        assertThat(ReviewState.decision("changes-requested"))
                .isEqualTo(ReviewState.decision("changesRequested"))
                .contains(ReviewState.CHANGES_REQUESTED);
        assertThat(ReviewState.decision("approved")).contains(ReviewState.APPROVED);
        assertThat(ReviewState.decision("draft")).isEmpty();
        assertThat(ReviewState.decision("")).isEmpty();
    }

    private void submit(int id, ContentHash asset, long version, String use) {
        Optional<String> refusal =
                submissions.accept(
                        desk.entry(
                                EventType.SUBMIT,
                                ada.byEveryday(),
                                "{'submit':{'id':'%s','use':'%s','assets':[{'asset':'%s','outcome':2,'version':%d,'slot':'%s'}]}}"
                                        .formatted(new UUID(7, id), use, asset, version, SLOT)));
        assertThat(refusal).isEmpty();
    }

    private Optional<String> decide(
            int submission, ContentHash file, long version, String use, String decision) {
        return accept(
                desk.entry(
                        EventType.REVIEW,
                        pia.byGuarded(),
                        "{'verdict':{'file':'%s','version':%d,'use':'%s','decision':'%s','submission':'%s'}}"
                                .formatted(file, version, use, decision, new UUID(7, submission))));
    }

    private KnownEntry verdict(Signatory by, String decision) {
        return verdict(desk, by, decision);
    }

    private static KnownEntry verdict(Desk desk, Signatory by, String decision) {
        return desk.entry(EventType.REVIEW, by, body(decision, ""));
    }

    private static String body(String decision, String more) {
        return "{'verdict':{'file':'%s','version':1,'use':'final','decision':'%s','submission':'%s'%s}}"
                .formatted(FIRST, decision, new UUID(7, 1), more);
    }

    private Optional<String> accept(KnownEntry entry) {
        return verdicts.accept(entry);
    }
}
