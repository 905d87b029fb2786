package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backlot.clearance.ConsentRules.Requirement;
import studio.backlot.clearance.Decision.Allowed;
import studio.backlot.clearance.Decision.Question;
import studio.backlot.clearance.Decision.Refused;
import studio.backlot.clearance.UseCase.Answered;
import studio.backlot.clearance.UseCase.Standing;
import studio.backlot.identity.Role;

class PolicyTest {
    private static final Policy SOLO = PolicyPreset.SOLO.policy();
    private static final Policy CREW = PolicyPreset.SMALL_CREW.policy();
    private static final Policy STREAMER = PolicyPreset.STREAMER.policy();
    private static final Policy BROADCASTER = PolicyPreset.BROADCASTER.policy();
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID PIA = new UUID(0, 2);

    @Test
    void anyLicenceWillDoWhereThePolicyListsNone() {
        assertThat(SOLO.licence("unknown")).isInstanceOf(Allowed.class);
        assertThat(CREW.licence("GPL")).isInstanceOf(Allowed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MIT, true",
        "apache-2.0, true",
        "' MIT ', true",
        "GPL, false",
        "unknown, false",
        "GPL OR MIT, true",
        "GPL or GPL-2.0, false",
        "MIT AND BSD-3-Clause, true",
        "MIT AND GPL, false",
        "MIT AND GPL OR Apache-2.0, true",
        "openrail, false",
    })
    void aLicenceIsAllowedWhenOneOfItsBranchesIsListedWhole(String spdx, boolean isAllowed) {
        assertThat(STREAMER.licence(spdx) instanceof Allowed).isEqualTo(isAllowed);
    }

    @Test
    void aRefusedLicenceIsNamedWithThoseThatAreAllowed() {
        assertThat(STREAMER.licence("GPL"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.rule()).isEqualTo("model-licence");
                            assertThat(refused.explanation())
                                    .contains("GPL")
                                    .contains("Apache-2.0, BSD-2-Clause")
                                    .contains("policy.json");
                        });
    }

    @ParameterizedTest
    @EnumSource(PolicyPreset.class)
    void noPresetSendsAnythingAnywhere(PolicyPreset preset) {
        assertThat(preset.policy().remote("images.example.org")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "images.example.org, true",
        "IMAGES.example.org., true",
        "example.org, false",
        "evil-images.example.org, false",
        "images.example.org.evil.net, false",
        "images.example.org:8443, false",
    })
    void onlyTheListedHostItselfMayBeSentTo(String host, boolean isAllowed) {
        var service =
                new RemoteService(
                        "Images.Example.org",
                        "terms 3",
                        "none",
                        false,
                        "EU",
                        LocalDate.of(2026, 1, 2));
        Policy policy =
                new Policy(
                        PolicyPreset.SOLO,
                        2,
                        Optional.empty(),
                        List.of(service),
                        SOLO.consents(),
                        SOLO.faces(),
                        SOLO.approval(),
                        SOLO.useCases(),
                        SOLO.files(),
                        List.of());

        assertThat(policy.remote(host) instanceof Allowed).isEqualTo(isAllowed);
    }

    @Test
    void workBeginsWithoutAUseCaseOnlyWhereThePolicyAsksForNone() {
        assertThat(SOLO.useCase(Optional.empty(), UseLabel.FINAL)).isInstanceOf(Allowed.class);
        assertThat(CREW.useCase(Optional.empty(), UseLabel.TEMP)).isInstanceOf(Allowed.class);
        assertThat(CREW.useCase(Optional.empty(), UseLabel.FINAL)).isInstanceOf(Refused.class);
        assertThat(STREAMER.useCase(Optional.empty(), UseLabel.IDEA)).isInstanceOf(Allowed.class);
        assertThat(STREAMER.useCase(Optional.empty(), UseLabel.TEMP))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.explanation())
                                        .contains("temp")
                                        .contains("use-case add"));
        assertThat(BROADCASTER.useCase(Optional.empty(), UseLabel.FINAL))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aUseCaseAnsweredYesThroughoutLetsAllWorkBegin() {
        for (UseLabel use : UseLabel.values()) {
            assertThat(STREAMER.useCase(Optional.of(allYes(Set.of())), use))
                    .isEqualTo(new Allowed("use-case"));
        }
    }

    @Test
    void aMissingAnswerStopsWhatNeedsTheUseCaseAndIsAskedElsewhere() {
        Map<Principle, Answered> answers = answers(Answer.YES);
        answers.remove(Principle.Q3);
        Optional<UseCase> partly = Optional.of(useCase(answers, Set.of(), Standing.OPEN));

        assertThat(STREAMER.useCase(partly, UseLabel.TEMP))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.explanation())
                                        .contains("no answer to q3;")
                                        .contains("use-case answer"));
        assertThat(STREAMER.useCase(partly, UseLabel.IDEA)).isInstanceOf(Question.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.class,
            names = {"NO", "UNSURE"})
    void noAndUnsureGoToAProducerAndKeepFinalClosed(Answer answer) {
        for (Principle principle : Principle.values()) {
            Map<Principle, Answered> answers = answers(Answer.YES);
            answers.put(principle, new Answered(answer, Optional.empty(), Optional.empty()));
            Optional<UseCase> doubtful = Optional.of(useCase(answers, Set.of(), Standing.OPEN));

            assertThat(SOLO.useCase(doubtful, UseLabel.TEMP))
                    .isInstanceOfSatisfying(
                            Question.class,
                            question ->
                                    assertThat(question.explanation())
                                            .contains("no or unsure to " + principle.wireName()));
            assertThat(SOLO.useCase(doubtful, UseLabel.FINAL)).isInstanceOf(Refused.class);
            assertThat(
                            SOLO.useCase(
                                    Optional.of(useCase(answers, Set.of(), Standing.APPROVED)),
                                    UseLabel.FINAL))
                    .isInstanceOf(Allowed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Area.class)
    void anEscalatedAreaGoesToAProducerWhateverTheAnswersAre(Area area) {
        assertThat(CREW.useCase(Optional.of(allYes(Set.of(area))), UseLabel.TEMP))
                .isInstanceOfSatisfying(
                        Question.class,
                        question ->
                                assertThat(question.explanation())
                                        .contains("touches " + area.wireName()));
        assertThat(CREW.useCase(Optional.of(allYes(Set.of(area))), UseLabel.FINAL))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anAreaThatThePolicyDoesNotEscalateRaisesNoQuestion() {
        UseCase useCase = allYes(Set.of(Area.DATA_USE));

        assertThat(useCase.isEscalated(Set.of(Area.THIRD_PARTY_IP))).isFalse();
        assertThat(useCase.isEscalated(EnumSet.allOf(Area.class))).isTrue();
    }

    @Test
    void aRefusedUseCaseStopsAllWorkUnderIt() {
        Optional<UseCase> refused =
                Optional.of(useCase(answers(Answer.YES), Set.of(), Standing.REFUSED));

        assertThat(SOLO.useCase(refused, UseLabel.IDEA)).isInstanceOf(Refused.class);
    }

    @Test
    void whoMadeItApprovesItOnlyUnderSolo() {
        var work = new Work(Set.of(ADA), Set.of());

        assertThat(SOLO.mayApprove(producer(ADA, "Ada"), work)).isInstanceOf(Allowed.class);
        for (Policy policy : List.of(CREW, STREAMER, BROADCASTER)) {
            assertThat(policy.mayApprove(producer(ADA, "Ada"), work))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.explanation()).contains("Ada made this"));
            assertThat(policy.mayApprove(producer(PIA, "Pia"), work)).isInstanceOf(Allowed.class);
        }
    }

    @Test
    void anotherPersonOfTheSameNameIsAnotherPersonByKeyAndTheSameAsTyped() {
        assertThat(CREW.mayApprove(producer(PIA, "Ada"), new Work(Set.of(ADA), Set.of())))
                .isInstanceOf(Allowed.class);
        assertThat(CREW.mayApprove(producer(PIA, "Ada"), new Work(Set.of(), Set.of(" ada "))))
                .isInstanceOf(Refused.class);
        assertThat(CREW.mayApprove(producer(PIA, "Ada"), new Work(Set.of(), Set.of("Adam"))))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void onlyVouchedPersonsWithTheRoleApprove() {
        var work = new Work(Set.of(ADA), Set.of());

        assertThat(SOLO.mayApprove(new Approver(PIA, "Pia", Set.of(Role.PRODUCER), false), work))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.explanation())
                                        .contains("vouched for Pia")
                                        .contains("person enrol"));
        assertThat(
                        SOLO.mayApprove(
                                new Approver(PIA, "Pia", Set.of(Role.ARTIST, Role.WRITER), true),
                                work))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.explanation()).contains("(producer)"));
        assertThat(
                        SOLO.mayApprove(
                                new Approver(PIA, "Pia", Set.of(Role.ARTIST, Role.PRODUCER), true),
                                work))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void anOverrideNeedsAVouchedSecondPersonOutsideSolo() {
        var work = new Work(Set.of(ADA), Set.of());
        var stranger = new Approver(PIA, "Pia", Set.of(Role.PRODUCER), false);

        assertThat(SOLO.mayOverride(producer(ADA, "Ada"), work)).isInstanceOf(Allowed.class);
        assertThat(SOLO.mayOverride(stranger, work)).isInstanceOf(Refused.class);
        assertThat(CREW.mayOverride(producer(ADA, "Ada"), work))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.explanation())
                                        .contains("second person, and Ada is the first"));
        assertThat(CREW.mayOverride(producer(PIA, "Pia"), work)).isInstanceOf(Allowed.class);
        assertThat(CREW.mayOverride(stranger, work)).isInstanceOf(Refused.class);
    }

    @Test
    void finalLeavesOnlyClearedAndTheRestAlways() {
        assertThat(SOLO.mayExport(UseLabel.FINAL, true)).isInstanceOf(Allowed.class);
        assertThat(SOLO.mayExport(UseLabel.FINAL, false))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("final-needs-approval"));
        assertThat(BROADCASTER.mayExport(UseLabel.TEMP, false)).isInstanceOf(Allowed.class);
        assertThat(BROADCASTER.mayExport(UseLabel.IDEA, false)).isInstanceOf(Allowed.class);
    }

    @Test
    void onlyABroadcastersTempIsMarkedInItsPixels() {
        assertThat(BROADCASTER.requiresMark(UseLabel.TEMP)).isTrue();
        assertThat(BROADCASTER.requiresMark(UseLabel.IDEA)).isFalse();
        assertThat(BROADCASTER.requiresMark(UseLabel.FINAL)).isFalse();
        assertThat(STREAMER.requiresMark(UseLabel.TEMP)).isFalse();
    }

    @Test
    void promptsStayOutOfFilesWhereSeveralPeopleWork() {
        assertThat(SOLO.mayWritePromptIntoFile()).isInstanceOf(Allowed.class);
        assertThat(CREW.mayWritePromptIntoFile())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.explanation()).contains("small-crew"));
    }

    @Test
    void whatNeedsAConsentIsAskedUnderSoloAndStoppedElsewhere() {
        assertThat(SOLO.likeness("why")).isEqualTo(new Question("likeness-consent", "why"));
        assertThat(CREW.likeness("why")).isEqualTo(new Refused("likeness-consent", "why"));
        assertThat(SOLO.listedName("why")).isEqualTo(new Question("listed-name", "why"));
        assertThat(CREW.listedName("why")).isEqualTo(new Refused("listed-name", "why"));
        assertThat(SOLO.protectedTitle("why")).isEqualTo(new Question("protected-title", "why"));
        assertThat(CREW.protectedTitle("why")).isEqualTo(new Refused("protected-title", "why"));
        assertThat(CREW.livingArtist("why")).isEqualTo(new Question("living-artist", "why"));
        assertThat(CREW.thirdPartyArt("why")).isEqualTo(new Question("third-party-art", "why"));
        assertThat(SOLO.requiresConsentForLikeness()).isFalse();
        assertThat(CREW.requiresConsentForLikeness()).isTrue();
        assertThat(Stance.ALLOW.decide("any", "why")).isEqualTo(new Allowed("any"));
    }

    @ParameterizedTest
    @EnumSource(PolicyPreset.class)
    void everyPresetAsksFor48HoursOfNoticeAndAllThatAConsentMustHave(PolicyPreset preset) {
        assertThat(preset.policy().noticeHours()).isEqualTo(48);
        assertThat(Requirement.values()).allMatch(preset.policy()::requires);
    }

    @Test
    void refusalsArePickedOutOfSeveralDecisions() {
        var refused = new Refused("b", "why");

        assertThat(Decision.refusals(List.of(new Allowed("a"), refused, new Question("c", "what"))))
                .containsExactly(refused);
    }

    private static Approver producer(UUID id, String name) {
        return new Approver(id, name, Set.of(Role.PRODUCER), true);
    }

    private static UseCase allYes(Set<Area> areas) {
        return useCase(answers(Answer.YES), areas, Standing.OPEN);
    }

    private static Map<Principle, Answered> answers(Answer answer) {
        Map<Principle, Answered> answers = new EnumMap<>(Principle.class);
        for (Principle principle : Principle.values()) {
            answers.put(principle, new Answered(answer, Optional.empty(), Optional.empty()));
        }
        return answers;
    }

    private static UseCase useCase(
            Map<Principle, Answered> answers, Set<Area> areas, Standing standing) {
        return new UseCase(
                new UUID(0, 9),
                TestEntries.TITLE,
                answers,
                areas,
                Optional.empty(),
                standing,
                new Work(Set.of(ADA), Set.of()),
                Optional.empty());
    }
}
