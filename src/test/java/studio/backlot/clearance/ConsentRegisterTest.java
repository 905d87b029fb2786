package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.TestEntries.Signer;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Signatory;

class ConsentRegisterTest {
    private static final UUID ID = new UUID(0, 5);
    private static final ConsentTerms TERMS =
            new ConsentTerms(
                    ConsentSubject.LIKENESS,
                    Optional.of(ReplicaType.INDEPENDENTLY_CREATED),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private final Signer ada = Signer.of("Ada", Role.PRODUCER);
    private final EnrolledPersons persons = TestEntries.enrolled(ada);
    private final ConsentRegister register = new ConsentRegister(persons);

    @Test
    void aConsentByAGuardedKeyIsKeptAndFoundByItsId() {
        assertThat(register.accept(consent(3, ada.guarded()))).isEmpty();

        Consent kept = register.find(ID).orElseThrow();
        assertThat(kept)
                .isEqualTo(new Consent(ID, TERMS, TestEntries.payload(4), 3, Optional.empty()));
        assertThat(register.all()).containsExactly(kept);
        assertThat(register.find(new UUID(0, 6))).isEmpty();
    }

    @Test
    void anEverydayKeyOrNoneRecordsNoConsent() {
        for (Signatory by : List.of(ada.everyday(), TestEntries.typed("Ada", Role.PRODUCER))) {
            assertThat(register.accept(consent(3, by))).get().asString().contains("guarded key");
        }
        assertThat(register.all()).isEmpty();
    }

    @Test
    void aKeyThatHasEndedRecordsNoConsent() {
        persons.accept(
                5,
                new Enrolment(Enrolment.Act.RETIRE, ada.person(), Enrolment.Vouched.SELF),
                ada.guarded().maker().key());

        assertThat(register.accept(consent(6, ada.guarded()))).isPresent();
        assertThat(register.accept(consent(4, ada.guarded()))).isEmpty();
    }

    @Test
    void anIdIsUsedOnce() {
        register.accept(consent(3, ada.guarded()));

        assertThat(register.accept(consent(4, ada.guarded()))).get().asString().contains("already");
        assertThat(register.find(ID).orElseThrow().index()).isEqualTo(3);
    }

    @Test
    void theFirstWithdrawalEndsItWhoeverRecordsIt() {
        register.accept(consent(3, ada.guarded()));

        assertThat(register.accept(withdrawal(7, TestEntries.typed("Bob", Role.ARTIST)))).isEmpty();
        assertThat(register.accept(withdrawal(8, ada.guarded()))).isEmpty();

        Consent.Withdrawal end = register.find(ID).orElseThrow().withdrawn().orElseThrow();
        assertThat(end.index()).isEqualTo(7);
        assertThat(end.reason()).contains(TestEntries.payload(9));
        assertThat(end.at()).isEqualTo("2026-02-03T04:05:13Z");
    }

    @Test
    void whatIsNotOursOrMalformedChangesNothing() {
        assertThat(
                        register.accept(
                                TestEntries.imported(3, EventType.CONSENT, ada.guarded(), label())))
                .isEmpty();
        assertThat(register.accept(TestEntries.entry(3, EventType.POLICY, ada.guarded(), label())))
                .isEmpty();
        assertThat(
                        register.accept(
                                TestEntries.entry(
                                        3, EventType.CONSENT, ada.guarded(), JsonObject.EMPTY)))
                .isPresent();
        assertThat(
                        register.accept(
                                TestEntries.entry(
                                        3, EventType.WITHDRAWAL, ada.guarded(), JsonObject.EMPTY)))
                .isPresent();
        assertThat(register.accept(withdrawal(4, ada.guarded())))
                .get()
                .asString()
                .contains("not known");
        assertThat(register.all()).isEmpty();
    }

    private static KnownEntry consent(long index, Signatory by) {
        return TestEntries.entry(index, EventType.CONSENT, by, label());
    }

    private static JsonObject label() {
        return new JsonBuilder()
                .put(Consent.LABEL, Consent.label(ID, TERMS, TestEntries.payload(4)))
                .build();
    }

    private static KnownEntry withdrawal(long index, Signatory by) {
        return TestEntries.entry(
                index,
                EventType.WITHDRAWAL,
                by,
                new JsonBuilder()
                        .put(
                                Consent.LABEL,
                                new JsonBuilder()
                                        .put("id", ID.toString())
                                        .put("reason", TestEntries.payload(9).toJson())
                                        .build())
                        .build());
    }
}
