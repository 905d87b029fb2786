package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.ValidationStatus;

class RegisterTest {
    private static final UUID ID = new UUID(0, 9);

    private final Desk desk = Desk.here();
    private final Desk.Somebody pia = Desk.Somebody.named("Pia");
    private final Register register = new Register();

    @BeforeEach
    void begin() {
        JsonObject person =
                new Enrolment(Enrolment.Act.ENROL, pia.person(), Enrolment.Vouched.SELF).toJson();
        register.accept(
                desk.entry(
                        EventType.PRODUCTION,
                        pia.byEveryday(),
                        new JsonBuilder()
                                .put("person", person.object("person").orElseThrow())
                                .put("keys", person.object("keys").orElseThrow())
                                .put(
                                        "policy",
                                        PolicyHistory.label(
                                                PolicyPreset.SOLO.policy(),
                                                Desk.hash("policy.json"),
                                                false))
                                .build()));
    }

    @Test
    void entryZeroEnrolsTheFirstPersonAndAdoptsThePolicy() {
        assertThat(register.persons().all())
                .extracting(EnrolledPersons.Standing::person)
                .containsExactly(pia.person());
        assertThat(register.policies().latest().map(PolicyHistory.Adopted::preset))
                .contains(PolicyPreset.SOLO);
        assertThat(register.findings()).isEmpty();
    }

    @Test
    void everyKindOfEntryAddsToWhatHolds() {
        accept(EventType.USE_CASE, useCase());
        accept(
                EventType.SHOW_TREE,
                "{'showTree':{'nodes':[{'id':'%s','kind':'episode','name':'101'}]}}".formatted(ID));
        accept(
                EventType.SUBMIT,
                "{'submit':{'id':'%s','use':'temp','assets':[{'asset':'%s','outcome':2,'version':1}]},'faces':[{'pixels':'%s'}],'answers':[{'rule':'faces','words':%s}]}"
                        .formatted(ID, Desk.hash("plate"), Desk.hash("pixels"), Desk.note(2)));
        accept(
                EventType.REVIEW,
                "{'verdict':{'file':'%s','version':1,'use':'temp','decision':'approved'}}"
                        .formatted(Desk.hash("plate")));
        accept(
                EventType.CONSENT,
                "{'consent':{'id':'%s','about':'style','record':%s}}".formatted(ID, Desk.note(3)));
        accept(
                EventType.OVERRIDE,
                "{'override':{'rule':'listed-name','for':'c1','reason':%s}}"
                        .formatted(Desk.note(4)));

        assertThat(register.findings()).isEmpty();
        assertThat(register.useCases().find(ID)).isPresent();
        assertThat(register.showTree().words(ID)).isEqualTo("101");
        assertThat(register.submissions().isSubmitted(Desk.hash("plate"))).isTrue();
        assertThat(register.faceAnswers().covers(Desk.hash("pixels"))).isTrue();
        assertThat(register.verdicts().approval(Desk.hash("plate"), UseLabel.TEMP)).isPresent();
        assertThat(register.consents().find(ID)).isPresent();
        assertThat(register.overrides().all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, person",
        "USE_CASE, use_case",
        "SHOW_TREE, show_tree",
        "SUBMIT, submit",
        "REVIEW, review",
        "CONSENT, consent",
        "WITHDRAWAL, withdrawal",
        "OVERRIDE, override"
    })
    void anEntryThatCannotBeReadIsAFindingAndChangesNothing(EventType event, String name) {
        accept(event, "{}");

        assertThat(register.findings()).hasSize(1);
        ValidationStatus finding = register.findings().getFirst();
        assertThat(finding.code()).isEqualTo("register." + name);
        assertThat(finding.where()).isEqualTo("entry 1");
        assertThat(finding.explanation()).isNotBlank();
        assertThat(register.persons().all()).hasSize(1);
    }

    @Test
    void aPolicyThatCannotBeReadAndAPersonWhoDoesNotCountAreFindings() {
        accept(EventType.POLICY, "{'policy':{'preset':'none'}}");
        register.accept(
                desk.entry(
                        EventType.PERSON,
                        pia.byEveryday(),
                        new Enrolment(
                                        Enrolment.Act.ENROL,
                                        Desk.Somebody.named("Ada").person(),
                                        Enrolment.Vouched.PRODUCER)
                                .toJson()));

        assertThat(register.findings())
                .extracting(ValidationStatus::code)
                .containsExactly("register.policy", "register.person");
        assertThat(register.persons().all()).hasSize(1);
    }

    @Test
    void personsOfAnotherLedgerAreNotEnrolledHere() {
        register.accept(
                Desk.elsewhere(1)
                        .entry(
                                EventType.PERSON,
                                pia.byGuarded(),
                                new Enrolment(
                                                Enrolment.Act.ENROL,
                                                Desk.Somebody.named("Ada").person(),
                                                Enrolment.Vouched.PRODUCER)
                                        .toJson()));

        assertThat(register.persons().all()).hasSize(1);
        assertThat(register.findings()).isEmpty();
    }

    @Test
    void whatWasLeftOutIsAFindingWithItsReason() {
        register.leaveOut(
                desk.entry(EventType.IMPORT, pia.byEveryday(), "{}").entry(), "its file is gone");

        assertThat(register.findings())
                .containsExactly(
                        ValidationStatus.finding("register.import", "entry 1", "its file is gone"));
    }

    @Test
    void whoHoldsTheKeyThatAnEntryNamesIsTheApprover() {
        Optional<Approver> approver = Approver.of(register.persons(), pia.byGuarded().maker());
        assertThat(approver)
                .contains(new Approver(pia.person().id(), "Pia", pia.person().roles(), true));
        assertThat(Approver.of(register.persons(), Desk.Somebody.named("Ada").byGuarded().maker()))
                .isEmpty();

        register.accept(
                desk.entry(
                        EventType.PERSON,
                        pia.byGuarded(),
                        new Enrolment(Enrolment.Act.RETIRE, pia.person(), Enrolment.Vouched.SELF)
                                .toJson()));
        assertThat(Approver.of(register.persons(), pia.byGuarded().maker())).isEmpty();
    }

    private void accept(EventType event, String assertions) {
        register.accept(desk.entry(event, pia.byGuarded(), assertions));
    }

    private static String useCase() {
        return "{'useCase':{'act':'add','id':'%s','title':%s}}".formatted(ID, Desk.note(1));
    }
}
