package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.TestEntries.Signer;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Signatory;

class OverridesTest {
    private static final Policy CREW = PolicyPreset.SMALL_CREW.policy();
    private static final Policy SOLO = PolicyPreset.SOLO.policy();

    private final Signer ada = Signer.of("Ada", Role.PRODUCER);
    private final Signer bob = Signer.of("Bob", Role.ARTIST);
    private final Signer eve = Signer.of("Eve", Role.ARTIST);
    private final EnrolledPersons persons = TestEntries.enrolled(ada, bob);
    private final Overrides overrides = new Overrides(persons);
    private final Work byBob = new Work(Set.of(bob.person().id()), Set.of());

    @Test
    void aSecondPersonsOverrideCountsForItsRuleAndSubjectOnly() {
        assertThat(overrides.accept(override(3, ada.guarded(), "listed-name", "c1"))).isEmpty();

        assertThat(overrides.of("listed-name", "c1", byBob, CREW))
                .get()
                .isEqualTo(
                        new Overrides.LetPass(
                                3,
                                "listed-name",
                                "c1",
                                ada.person().id(),
                                "Ada",
                                Optional.of(TestEntries.payload(8))));
        assertThat(overrides.of("listed-name", "c2", byBob, CREW)).isEmpty();
        assertThat(overrides.of("consent-expired", "c1", byBob, CREW)).isEmpty();
        assertThat(overrides.all()).hasSize(1);
    }

    @Test
    void theMakersOwnCountsOnlyWhereThePolicyAsksForNoSecondPerson() {
        overrides.accept(override(3, bob.guarded(), "listed-name", "c1"));

        assertThat(overrides.of("listed-name", "c1", byBob, CREW)).isEmpty();
        assertThat(overrides.of("listed-name", "c1", byBob, SOLO)).isPresent();
    }

    @Test
    void theLastOneThatCountsIsTaken() {
        overrides.accept(override(3, ada.guarded(), "listed-name", "c1"));
        overrides.accept(override(4, ada.guarded(), "listed-name", "c1"));
        overrides.accept(override(5, bob.guarded(), "listed-name", "c1"));

        assertThat(overrides.of("listed-name", "c1", byBob, CREW))
                .get()
                .extracting(Overrides.LetPass::index)
                .isEqualTo(4L);
    }

    @Test
    void onlyTheGuardedKeyOfAVouchedPersonLetsAStopPass() {
        persons.accept(
                2,
                new Enrolment(Enrolment.Act.ENROL, eve.person(), Enrolment.Vouched.SELF),
                eve.everyday().maker().key());

        for (Signatory by :
                new Signatory[] {
                    ada.everyday(), eve.guarded(), TestEntries.typed("Ada", Role.PRODUCER)
                }) {
            assertThat(overrides.accept(override(3, by, "listed-name", "c1")))
                    .get()
                    .asString()
                    .contains("vouched");
        }
        persons.accept(
                5,
                new Enrolment(Enrolment.Act.RETIRE, bob.person(), Enrolment.Vouched.SELF),
                bob.guarded().maker().key());
        assertThat(overrides.accept(override(6, bob.guarded(), "listed-name", "c1"))).isPresent();
        assertThat(overrides.all()).isEmpty();
    }

    @Test
    void aKeyThatWasReplacedLetsNothingPassAnyMore() {
        Signer anew = Signer.of("Bob", Role.PRODUCER);
        persons.accept(
                5,
                new Enrolment(
                        Enrolment.Act.REPLACE_KEYS, anew.person(), Enrolment.Vouched.PRODUCER),
                ada.guarded().maker().key());

        assertThat(overrides.accept(override(6, bob.guarded(), "listed-name", "c1"))).isPresent();
        assertThat(overrides.accept(override(6, anew.guarded(), "listed-name", "c1"))).isEmpty();
    }

    @Test
    void whatIsNotOursOrSaysTooLittleChangesNothing() {
        JsonObject label = label("listed-name", "c1");
        var noRule = new JsonBuilder().put("override", new JsonBuilder().put("for", "x").build());
        var badReason =
                new JsonBuilder()
                        .put(
                                "override",
                                new JsonBuilder()
                                        .put("rule", "r")
                                        .put("for", "x")
                                        .put("reason", new JsonBuilder().put("payload", 1).build())
                                        .build());

        assertThat(
                        overrides.accept(
                                TestEntries.imported(3, EventType.OVERRIDE, ada.guarded(), label)))
                .isEmpty();
        assertThat(overrides.accept(TestEntries.entry(3, EventType.REVIEW, ada.guarded(), label)))
                .isEmpty();
        assertThat(
                        overrides.accept(
                                TestEntries.entry(
                                        3, EventType.OVERRIDE, ada.guarded(), JsonObject.EMPTY)))
                .isPresent();
        assertThat(
                        overrides.accept(
                                TestEntries.entry(
                                        3, EventType.OVERRIDE, ada.guarded(), noRule.build())))
                .isPresent();
        assertThat(
                        overrides.accept(
                                TestEntries.entry(
                                        3, EventType.OVERRIDE, ada.guarded(), badReason.build())))
                .isPresent();
        assertThat(overrides.all()).isEmpty();
    }

    @Test
    void aTitleIsMeantInAnyCase() {
        assertThat(Overrides.subject(" The Glass ORCHARD ")).isEqualTo("the glass orchard");
    }

    private static KnownEntry override(long index, Signatory by, String rule, String subject) {
        return TestEntries.entry(index, EventType.OVERRIDE, by, label(rule, subject));
    }

    private static JsonObject label(String rule, String subject) {
        return new JsonBuilder()
                .put(Overrides.LABEL, Overrides.label(rule, subject, TestEntries.payload(8)))
                .build();
    }
}
