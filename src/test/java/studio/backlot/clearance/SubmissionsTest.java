package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.provenance.EventType;

class SubmissionsTest {
    private static final UUID SLOT = new UUID(9, 4);
    private static final UUID SHOT = new UUID(9, 3);
    private static final UUID CASE = new UUID(8, 1);
    private static final ContentHash FIRST = Desk.hash("first");
    private static final ContentHash SECOND = Desk.hash("second");

    private final Desk desk = Desk.here();
    private final Desk.Somebody ada = Desk.Somebody.named("Ada");
    private final Submissions submissions = new Submissions();

    @Test
    void aSubmissionSaysWhatWasHandedInToWhomAndForWhat() {
        KnownEntry entry = submit(1, "temp", asset(FIRST, 1, SLOT), ",'note':" + Desk.note(5));
        assertThat(submissions.accept(entry)).isEmpty();

        assertThat(submissions.all())
                .singleElement()
                .satisfies(submission -> {
                    assertThat(submission.id()).isEqualTo(new UUID(7, 1));
                    assertThat(submission.use()).isEqualTo(UseLabel.TEMP);
                    assertThat(submission.to()).isEqualTo(Set.of("Pia", "Per"));
                    assertThat(submission.recorded().by().name()).isEqualTo("Ada");
                    assertThat(submission.recorded().production())
                            .isEqualTo(entry.entry().production());
                    assertThat(submission.note().orElseThrow().id()).isEqualTo(5);
                    assertThat(submission.item(FIRST))
                            .contains(
                                    new Submission.Item(
                                            FIRST,
                                            entry.entry().production(),
                                            3,
                                            1,
                                            Optional.of(SLOT)));
                    assertThat(submission.item(SECOND)).isEmpty();
                });
        assertThat(submissions.of(new UUID(7, 1))).isPresent();
        assertThat(submissions.of(new UUID(7, 2))).isEmpty();
        assertThat(submissions.ofAsset(FIRST)).hasSize(1);
        assertThat(submissions.assets(FIRST.hex().substring(0, 8))).containsExactly(FIRST);
        assertThat(submissions.assets("zz")).isEmpty();
    }

    @Test
    void onlyWhatWasHandedInIsNoDraftAnyMore() {
        assertThat(submissions.isSubmitted(FIRST)).isFalse();

        submissions.accept(submit(1, "idea", asset(FIRST, 1, SLOT), ""));

        assertThat(submissions.isSubmitted(FIRST)).isTrue();
        assertThat(submissions.isSubmitted(SECOND)).isFalse();
    }

    @Test
    void eachNewAssetForASlotCountsOneUp() {
        assertThat(submissions.version(FIRST, Optional.of(SLOT))).isEqualTo(1);
        submissions.accept(submit(1, "temp", asset(FIRST, 1, SLOT), ""));

        assertThat(submissions.version(SECOND, Optional.of(SLOT))).isEqualTo(2);
        assertThat(submissions.version(FIRST, Optional.of(SLOT))).isEqualTo(1);
        assertThat(submissions.version(SECOND, Optional.of(SHOT))).isEqualTo(1);
        assertThat(submissions.version(SECOND, Optional.empty())).isEqualTo(1);

        submissions.accept(submit(2, "final", asset(FIRST, 1, SLOT), ""));
        submissions.accept(submit(3, "temp", asset(SECOND, 2, SLOT), ""));
        assertThat(submissions.version(Desk.hash("third"), Optional.of(SLOT))).isEqualTo(3);
        assertThat(submissions.versions(SLOT))
                .extracting(Submission.Item::asset)
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void theSameSubmissionAgainChangesNothingAndAnotherOfItsIdIsRefused() {
        KnownEntry entry = submit(1, "temp", asset(FIRST, 1, SLOT), "");
        submissions.accept(entry);

        assertThat(submissions.accept(entry)).isEmpty();
        assertThat(submissions.accept(submit(1, "temp", asset(SECOND, 2, SLOT), "")))
                .hasValueSatisfying(why -> assertThat(why).contains("there already"));
        assertThat(submissions.all()).hasSize(1);
        assertThat(submissions.isSubmitted(SECOND)).isFalse();
    }

    @Test
    void aWorkOfAnotherProductionIsNamedWithIt() {
        UUID other = new UUID(2, 2);
        submissions.accept(
                submit(
                        1,
                        "temp",
                        "{'asset':'%s','production':'%s','outcome':8,'version':1}"
                                .formatted(FIRST, other),
                        ""));

        Submission.Item item = submissions.all().getFirst().items().getFirst();
        assertThat(item.production()).isEqualTo(other);
        assertThat(item.outcome()).isEqualTo(8);
        assertThat(item.slot()).isEmpty();
    }

    @Test
    void anAnswerHoldsForTheAssetsItWasGivenWith() {
        submissions.accept(answered(1, FIRST, "{'rule':'style','words':" + Desk.note(3) + "}"));

        assertThat(submissions.answer("style", FIRST, List.of())).isPresent();
        assertThat(submissions.answer("style", SECOND, List.of(SLOT, SHOT, CASE))).isEmpty();
        assertThat(submissions.answer("faces", FIRST, List.of(SLOT))).isEmpty();
    }

    @Test
    void anAnswerForAShotIsInheritedAndTheNearestOneHolds() {
        submissions.accept(answered(1, FIRST, forScope(CASE, 1) + "," + forScope(SHOT, 2)));

        assertThat(answerFor(SECOND, SLOT, SHOT, CASE)).contains(2L);
        assertThat(answerFor(SECOND, SLOT, CASE)).contains(1L);
        assertThat(answerFor(SECOND, SLOT)).isEmpty();
        assertThat(answerFor(FIRST)).isEmpty();
    }

    @Test
    void ofSeveralAnswersTheLatestHoldsAndOnesOwnComesFirst() {
        submissions.accept(answered(1, FIRST, forScope(SHOT, 1)));
        submissions.accept(answered(2, FIRST, forScope(SHOT, 2)));
        assertThat(answerFor(SECOND, SHOT)).contains(2L);

        submissions.accept(answered(3, SECOND, "{'rule':'style','words':" + Desk.note(9) + "}"));
        assertThat(answerFor(SECOND, SHOT)).contains(9L);
    }

    @Test
    void theOutcomeOfAnImportedAssetIsKnownByTheAsset() {
        Desk there = Desk.elsewhere(1);
        String assertions = "{'run':{'status':'succeeded'},'output':{'asset':'%s'}}";
        KnownEntry theirs =
                there.entry(EventType.OUTCOME, ada.byEveryday(), assertions.formatted(FIRST));
        submissions.accept(theirs);
        submissions.accept(
                desk.entry(EventType.OUTCOME, ada.byEveryday(), assertions.formatted(SECOND)));
        submissions.accept(
                there.entry(EventType.OUTCOME, ada.byEveryday(), assertions.formatted("no hash")));

        assertThat(submissions.importedOutcome(FIRST)).contains(theirs.entry());
        assertThat(submissions.importedOutcome(SECOND)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'submit':{'id':'1','use':'temp','assets':[%s]}}",
                "{'submit':{'id':'%i','use':'some','assets':[%s]}}",
                "{'submit':{'id':'%i','use':'temp','assets':[]}}",
                "{'submit':{'id':'%i','use':'temp'}}",
                "{'submit':{'id':'%i','use':'temp','to':[1],'assets':[%s]}}",
                "{'submit':{'id':'%i','use':'temp','assets':[{'asset':'%a'}]}}",
                "{'submit':{'id':'%i','use':'temp','assets':[{'asset':'%a','outcome':1,'version':-1}]}}",
                "{'submit':{'id':'%i','use':'temp','assets':[{'asset':'%a','outcome':1.5,'version':1}]}}",
                "{'submit':{'id':'%i','use':'temp','assets':[{'asset':'a','outcome':1,'version':1}]}}",
                "{'submit':{'id':'%i','use':'temp','assets':['x']}}",
                "{'submit':{'id':'%i','use':'temp','assets':[%s],'note':{'payload':1}}}",
                "{'submit':{'id':'%i','use':'temp','assets':[%s]},'answers':[{'rule':'style'}]}",
                "{'submit':{'id':'%i','use':'temp','assets':[%s]},'answers':[{'words':{}}]}",
            })
    void whatIsNoSubmissionIsAnsweredInWords(String assertions) {
        String json =
                assertions
                        .replace("%s", asset(FIRST, 1, SLOT))
                        .replace("%i", new UUID(7, 1).toString())
                        .replace("%a", FIRST.hex());
        assertThat(submissions.accept(desk.entry(EventType.SUBMIT, ada.byEveryday(), json)))
                .hasValueSatisfying(why -> assertThat(why).isNotBlank());
        assertThat(submissions.all()).isEmpty();
        assertThat(submissions.isSubmitted(FIRST)).isFalse();
    }

    @Test
    void aCountHasAtMostFifteenDigits() {
        assertThat(new Members(Desk.json("{'n':999999999999999}")).count("n"))
                .isEqualTo(999_999_999_999_999L);
        assertThat(JsonNumber.of(0).literal()).isEqualTo("0");
        assertThat(
                        submissions.accept(
                                submit(
                                        1,
                                        "temp",
                                        asset(FIRST, 1, SLOT)
                                                .replace(
                                                        "'outcome':3",
                                                        "'outcome':1000000000000000"),
                                        "")))
                .isPresent();
    }

    @Test
    void otherEntriesArePassedOver() {
        assertThat(submissions.accept(desk.entry(EventType.REVIEW, ada.byGuarded(), "{}")))
                .isEmpty();
    }

    private Optional<Long> answerFor(ContentHash asset, UUID... scopes) {
        return submissions.answer("style", asset, List.of(scopes)).map(a -> a.words().id());
    }

    private static String forScope(UUID scope, long words) {
        return "{'rule':'style','holdsFor':'%s','words':%s}".formatted(scope, Desk.note(words));
    }

    private static String asset(ContentHash asset, long version, UUID slot) {
        return "{'asset':'%s','outcome':3,'version':%d,'slot':'%s'}"
                .formatted(asset, version, slot);
    }

    private KnownEntry submit(int id, String use, String assets, String more) {
        return desk.entry(
                EventType.SUBMIT,
                ada.byEveryday(),
                "{'submit':{'id':'%s','use':'%s','to':['Pia','Per'],'assets':[%s]%s}}"
                        .formatted(new UUID(7, id), use, assets, more));
    }

    private KnownEntry answered(int id, ContentHash asset, String answers) {
        return desk.entry(
                EventType.SUBMIT,
                ada.byEveryday(),
                "{'submit':{'id':'%s','use':'temp','assets':[%s]},'answers':[%s]}"
                        .formatted(new UUID(7, id), asset(asset, 1, SLOT), answers));
    }
}
