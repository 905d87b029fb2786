package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.TestEntries.Signer;
import studio.backlot.clearance.UseCase.Answered;
import studio.backlot.clearance.UseCase.Standing;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;

class UseCasesTest {
    private static final UUID ID = new UUID(0, 9);
    private static final Answered YES =
            new Answered(Answer.YES, Optional.empty(), Optional.empty());
    private static final Answered UNSURE =
            new Answered(
                    Answer.UNSURE,
                    Optional.of(TestEntries.payload(2)),
                    Optional.of(ContentHash.of(new byte[] {3})));

    private final Signer pia = Signer.of("Pia", Role.PRODUCER);
    private final Signer ada = Signer.of("Ada", Role.ARTIST);
    private final EnrolledPersons persons = TestEntries.enrolled(pia, ada);
    private final UseCases useCases = new UseCases(persons);

    @Test
    void aDeclaredUseCaseHasNoAnswer() {
        assertThat(declare(ID, Optional.empty())).isEmpty();

        UseCase useCase = useCases.find(ID).orElseThrow();
        assertThat(useCase.answers()).isEmpty();
        assertThat(useCase.unanswered()).containsExactly(Principle.values());
        assertThat(useCase.title()).isEqualTo(TestEntries.TITLE);
        assertThat(useCase.areas()).containsExactly(Area.DATA_USE);
        assertThat(useCase.standing()).isEqualTo(Standing.OPEN);
        assertThat(useCase.makers().makers()).containsExactly(ada.person().id());
    }

    @Test
    void answersAddUpAndTheLastOneCounts() {
        declare(ID, Optional.empty());
        answer(Map.of(Principle.Q1, YES, Principle.Q2, YES));
        answer(Map.of(Principle.Q2, UNSURE));

        UseCase useCase = useCases.find(ID).orElseThrow();
        assertThat(useCase.answers()).isEqualTo(Map.of(Principle.Q1, YES, Principle.Q2, UNSURE));
        assertThat(useCase.doubtful()).containsExactly(Principle.Q2);
        assertThat(useCase.unanswered()).containsExactly(Principle.Q3, Principle.Q4, Principle.Q5);
    }

    @Test
    void allWhoAnsweredAreItsMakersAndThoseWithoutAKeyByTheirNames() {
        declare(ID, Optional.empty());
        useCases.accept(
                TestEntries.entry(
                        6,
                        EventType.USE_CASE,
                        TestEntries.typed("Zoe", Role.WRITER),
                        label(new UseCaseAct.Answers(ID, Map.of(Principle.Q1, YES)))));

        assertThat(useCases.find(ID).orElseThrow().makers())
                .isEqualTo(new Work(Set.of(ada.person().id()), Set.of("Zoe")));
    }

    @Test
    void aDecisionHoldsUntilAnAnswerChanges() {
        declare(ID, Optional.empty());
        answer(Map.of(Principle.Q1, UNSURE));
        assertThat(decide(pia.guarded(), true, state())).isEmpty();
        assertThat(standing()).isEqualTo(Standing.APPROVED);

        answer(Map.of(Principle.Q1, YES));
        assertThat(standing()).isEqualTo(Standing.OPEN);

        assertThat(decide(pia.guarded(), false, state())).isEmpty();
        assertThat(standing()).isEqualTo(Standing.REFUSED);
    }

    @Test
    void aDecisionAboutOtherAnswersCountsForNothing() {
        declare(ID, Optional.empty());
        answer(Map.of(Principle.Q1, YES));
        ContentHash seen = state();
        answer(Map.of(Principle.Q1, UNSURE));

        assertThat(decide(pia.guarded(), true, seen).orElseThrow()).contains("has changed since");
        assertThat(standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void onlyAGuardedKeyThatSomebodyVouchedForDecides() {
        Signer stranger = Signer.of("Sam", Role.PRODUCER);
        persons.accept(
                3,
                new Enrolment(Enrolment.Act.ENROL, stranger.person(), Enrolment.Vouched.SELF),
                stranger.everyday().maker().key());
        declare(ID, Optional.empty());

        for (Signatory by :
                List.of(
                        pia.everyday(),
                        stranger.guarded(),
                        TestEntries.typed("Pia", Role.PRODUCER),
                        Signer.of("Nobody", Role.PRODUCER).guarded())) {
            assertThat(decide(by, true, state()).orElseThrow()).contains("guarded key");
        }
        assertThat(standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void aDecisionWhoseSignatureIsAnothersCountsForNothing() {
        declare(ID, Optional.empty());
        JsonObject approval =
                label(new UseCaseAct.Decide(ID, true, state(), TestEntries.payload(4)));
        LedgerEntry byPia = TestEntries.entry(5, EventType.REVIEW, pia.guarded(), approval).entry();
        LedgerEntry unsigned =
                new LedgerEntry(
                        5,
                        byPia.entryId(),
                        byPia.production(),
                        byPia.event(),
                        byPia.time(),
                        byPia.person(),
                        Optional.empty(),
                        approval);
        LedgerEntry byAda = TestEntries.entry(5, EventType.REVIEW, ada.guarded(), approval).entry();
        LedgerEntry forged =
                new LedgerEntry(
                        5,
                        byPia.entryId(),
                        byPia.production(),
                        byPia.event(),
                        byPia.time(),
                        byPia.person(),
                        Optional.empty(),
                        approval,
                        byAda.signature());

        assertThat(useCases.accept(KnownEntry.local(unsigned))).isPresent();
        assertThat(useCases.accept(KnownEntry.local(forged))).isPresent();
        assertThat(standing()).isEqualTo(Standing.OPEN);
        assertThat(useCases.accept(KnownEntry.local(byPia))).isEmpty();
        assertThat(standing()).isEqualTo(Standing.APPROVED);
    }

    @Test
    void whoAnswersAndApprovesHasApprovedTheirOwn() {
        declare(ID, Optional.empty());
        decide(pia.guarded(), true, state());
        assertThat(useCases.find(ID).orElseThrow().isSelfApproved()).isFalse();

        accept(
                EventType.USE_CASE,
                pia.everyday(),
                label(new UseCaseAct.Answers(ID, Map.of(Principle.Q1, YES))));
        assertThat(useCases.find(ID).orElseThrow().isSelfApproved()).isFalse();
        decide(pia.guarded(), true, state());
        assertThat(useCases.find(ID).orElseThrow().isSelfApproved()).isTrue();
        assertThat(useCases.find(ID).orElseThrow().decidedBy()).contains(pia.person().id());
    }

    @Test
    void aKeyDecidesOnlyWhileItHolds() {
        declare(ID, Optional.empty());
        KnownEntry early =
                TestEntries.entry(
                        0,
                        EventType.REVIEW,
                        pia.guarded(),
                        label(new UseCaseAct.Decide(ID, true, state(), TestEntries.payload(4))));
        assertThat(useCases.accept(early)).isPresent();

        KnownEntry elsewhere =
                TestEntries.imported(
                        0,
                        EventType.REVIEW,
                        pia.guarded(),
                        label(new UseCaseAct.Decide(ID, true, state(), TestEntries.payload(4))));
        assertThat(useCases.accept(elsewhere)).isEmpty();
        assertThat(standing()).isEqualTo(Standing.APPROVED);
    }

    @Test
    void theStateIsFixedByEveryAnswerItsNoteAndItsDocument() {
        declare(ID, Optional.empty());
        ContentHash declared = state();
        answer(Map.of(Principle.Q1, YES));
        ContentHash yes = state();
        answer(Map.of(Principle.Q1, UNSURE));
        ContentHash unsure = state();
        answer(
                Map.of(
                        Principle.Q1,
                        new Answered(Answer.UNSURE, Optional.empty(), UNSURE.document())));
        ContentHash withoutNote = state();
        answer(Map.of(Principle.Q1, new Answered(Answer.UNSURE, UNSURE.note(), Optional.empty())));

        assertThat(Set.of(declared, yes, unsure, withoutNote, state())).hasSize(5);
        answer(Map.of(Principle.Q1, UNSURE));
        assertThat(state()).isEqualTo(unsure);
    }

    @Test
    void whatDoesNotFitIsSaidAndChangesNothing() {
        assertThat(answer(Map.of(Principle.Q1, YES)).orElseThrow()).contains("is not known");
        assertThat(decide(pia.guarded(), true, ContentHash.of(new byte[0])).orElseThrow())
                .contains("is not known");
        declare(ID, Optional.empty());
        assertThat(declare(ID, Optional.empty()).orElseThrow()).contains("is there already");
        assertThat(
                        accept(
                                        EventType.USE_CASE,
                                        pia.guarded(),
                                        label(
                                                new UseCaseAct.Decide(
                                                        ID, true, state(), TestEntries.payload(4))))
                                .orElseThrow())
                .contains("stand in reviews");
        assertThat(
                        accept(
                                        EventType.REVIEW,
                                        pia.guarded(),
                                        label(
                                                new UseCaseAct.Answers(
                                                        ID, Map.of(Principle.Q1, YES))))
                                .orElseThrow())
                .contains("stand in reviews");
        assertThat(useCases.find(ID).orElseThrow().answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'act':'add','id':'x'}",
                "{'act':'add','id':'00000000-0000-0000-0000-000000000001'}",
                "{'act':'add','id':'00000000-0000-0000-0000-000000000001','title':{}}",
                "{'act':'add','id':'00000000-0000-0000-0000-000000000001','title':TITLE,'areas':['everything']}",
                "{'act':'add','id':'00000000-0000-0000-0000-000000000001','title':TITLE,'areas':[1]}",
                "{'act':'add','id':'00000000-0000-0000-0000-000000000001','title':TITLE,'node':'y'}",
                "{'act':'close','id':'00000000-0000-0000-0000-000000000001'}",
                "{'act':'answer','id':'00000000-0000-0000-0000-000000000009','answers':[]}",
                "{'act':'answer','id':'00000000-0000-0000-0000-000000000009','answers':[7]}",
                "{'act':'answer','id':'00000000-0000-0000-0000-000000000009','answers':[{'principle':'q1','answer':'maybe'}]}",
                "{'act':'answer','id':'00000000-0000-0000-0000-000000000009','answers':[{'principle':'q6','answer':'yes'}]}",
                "{'act':'answer','id':'00000000-0000-0000-0000-000000000009','answers':[{'principle':'q1','answer':'yes'},{'principle':'q1','answer':'no'}]}",
                "{'act':'answer','id':'00000000-0000-0000-0000-000000000009','answers':[{'principle':'q1','answer':'yes','document':{'asset':'1'}}]}",
                "{'act':'decide','id':'00000000-0000-0000-0000-000000000009','decision':'maybe'}",
                "{'act':'decide','id':'00000000-0000-0000-0000-000000000009','decision':'approved','state':'1','reason':TITLE}",
            })
    void aMalformedUseCaseIsSaidAndNeverThrown(String label) {
        declare(ID, Optional.empty());
        String json =
                label.replace('\'', '"')
                        .replace("TITLE", CanonicalJson.text(TestEntries.TITLE.toJson()));
        JsonObject assertions = new JsonBuilder().put("useCase", JsonReader.parse(json)).build();

        assertThat(accept(EventType.USE_CASE, ada.everyday(), assertions)).isPresent();
        assertThat(useCases.all()).hasSize(1);
        assertThat(useCases.find(ID).orElseThrow().answers()).isEmpty();
    }

    @Test
    void entriesOfOtherSubjectsAreIgnored() {
        assertThat(accept(EventType.REVIEW, pia.guarded(), JsonObject.EMPTY)).isEmpty();
        assertThat(accept(EventType.INTENT, ada.everyday(), JsonObject.EMPTY)).isEmpty();
        assertThat(accept(EventType.USE_CASE, ada.everyday(), JsonObject.EMPTY)).isPresent();
    }

    @Test
    void workInheritsTheUseCaseOfTheNearestNode() {
        UUID show = new UUID(2, 1);
        UUID sequence = new UUID(2, 2);
        UUID shot = new UUID(2, 3);
        UUID whole = new UUID(3, 1);
        UUID ofSequence = new UUID(3, 2);
        assertThat(useCases.forNode(List.of(show, sequence))).isEmpty();
        declare(whole, Optional.empty());
        declare(ofSequence, Optional.of(sequence));

        assertThat(useCases.forNode(List.of(show, sequence, shot)).map(UseCase::id))
                .contains(ofSequence);
        assertThat(useCases.forNode(List.of(show, sequence)).map(UseCase::id)).contains(ofSequence);
        assertThat(useCases.forNode(List.of(show)).map(UseCase::id)).contains(whole);
        assertThat(useCases.forNode(List.of()).map(UseCase::id)).contains(whole);
        assertThat(useCases.all()).extracting(UseCase::id).containsExactly(whole, ofSequence);
    }

    @Test
    void ofSeveralAtOneNodeTheLastCountsUnlessItWasRefused() {
        UUID first = new UUID(3, 1);
        declare(first, Optional.empty());
        declare(ID, Optional.empty());
        assertThat(useCases.forNode(List.of()).map(UseCase::id)).contains(ID);

        decide(pia.guarded(), false, state());
        assertThat(useCases.forNode(List.of()).map(UseCase::id)).contains(first);
    }

    @Test
    void aNodeWhoseOnlyUseCaseWasRefusedHasTheRefusedOne() {
        declare(ID, Optional.empty());
        decide(pia.guarded(), false, state());

        assertThat(useCases.forNode(List.of()).map(UseCase::standing)).contains(Standing.REFUSED);
    }

    private Optional<String> declare(UUID id, Optional<UUID> node) {
        return accept(
                EventType.USE_CASE,
                ada.everyday(),
                label(new UseCaseAct.Declare(id, TestEntries.TITLE, Set.of(Area.DATA_USE), node)));
    }

    private Optional<String> answer(Map<Principle, Answered> answers) {
        return accept(
                EventType.USE_CASE, ada.everyday(), label(new UseCaseAct.Answers(ID, answers)));
    }

    private Optional<String> decide(Signatory by, boolean isApproved, ContentHash state) {
        return accept(
                EventType.REVIEW,
                by,
                label(new UseCaseAct.Decide(ID, isApproved, state, TestEntries.payload(4))));
    }

    private Optional<String> accept(EventType event, Signatory by, JsonObject assertions) {
        return useCases.accept(TestEntries.entry(5, event, by, assertions));
    }

    private ContentHash state() {
        return useCases.find(ID).orElseThrow().state();
    }

    private Standing standing() {
        return useCases.find(ID).orElseThrow().standing();
    }

    private static JsonObject label(UseCaseAct act) {
        return new JsonBuilder().put(UseCaseAct.LABEL, act.toJson()).build();
    }
}
