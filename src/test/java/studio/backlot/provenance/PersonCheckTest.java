package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;

/// Who made an entry is held against the enrolments in the ledger.
class PersonCheckTest {
    private final SampleLedger sample = SampleLedger.bare(new Random(3));
    private final Crew ana = new Crew("Ana", EnumSet.allOf(Role.class));
    private final Crew ben = new Crew("Ben", Set.of(Role.ARTIST));

    /// A person with both keys at hand.
    private record Crew(
            UUID id, String name, Set<Role> roles, SigningKey everyday, SigningKey guarded) {
        Crew(String name, Set<Role> roles) {
            this(UUID.randomUUID(), name, roles, SigningKey.generate(), SigningKey.generate());
        }

        Person person() {
            return new Person(
                    id,
                    name,
                    roles,
                    new PersonKeys(everyday.verificationKey(), guarded.verificationKey()));
        }

        Signatory everydaySignatory() {
            return Signatory.of(name, Role.PRODUCER, everyday);
        }

        Signatory guardedSignatory() {
            return Signatory.of(name, Role.PRODUCER, guarded);
        }
    }

    private LedgerEntry append(EventType event, Signatory by, JsonObject assertions) {
        var unsigned =
                new LedgerEntry(
                        sample.entries.size(),
                        UUID.randomUUID(),
                        sample.production,
                        event,
                        Instant.parse("2026-11-26T08:00:00Z"),
                        by.maker(),
                        Optional.empty(),
                        assertions);
        LedgerEntry entry = by.key().map(unsigned::signedBy).orElse(unsigned);
        sample.entries.add(SampleLedger.row(entry.index(), entry.bytes()));
        return entry;
    }

    private void begin() {
        append(EventType.PRODUCTION, ana.everydaySignatory(), beginning(ana));
    }

    private JsonObject beginning(Crew who) {
        var assertions = new JsonBuilder();
        sample.productionAssertions().members().forEach(assertions::put);
        new Enrolment(Enrolment.Act.ENROL, who.person(), Enrolment.Vouched.SELF)
                .toJson()
                .members()
                .forEach(assertions::put);
        return assertions.build();
    }

    private void enrol(Crew who, Enrolment.Vouched vouched, Signatory by) {
        append(
                EventType.PERSON,
                by,
                new Enrolment(Enrolment.Act.ENROL, who.person(), vouched).toJson());
    }

    private void act(EventType event, Signatory by) {
        append(event, by, new JsonBuilder().put("note", 1).build());
    }

    private VerificationReport verified() {
        return sample.sealed().verify();
    }

    private VerificationReport verifiedWithAllSignatures() {
        return SampleLedger.verify(sample.sealed().request().withAllSignatures());
    }

    @Test
    void aSignedLedgerIsCleanAndSaysWhoVouches() {
        begin();
        enrol(ben, Enrolment.Vouched.SELF, ben.everydaySignatory());
        act(EventType.SUBMIT, ben.everydaySignatory());
        VerificationReport report = verifiedWithAllSignatures();

        assertThat(report.findings()).isEmpty();
        assertThat(Reports.only(report, "person.first").explanation()).contains("Ana");
        assertThat(Reports.only(report, "person.notVouched").explanation()).contains("Ben");

        enrol(ben, Enrolment.Vouched.PRODUCER, ana.guardedSignatory());
        act(EventType.REVIEW, ben.guardedSignatory());
        VerificationReport vouched = verifiedWithAllSignatures();
        assertThat(vouched.findings()).isEmpty();
        assertThat(vouched.notes())
                .extracting(ValidationStatus::code)
                .doesNotContain("person.notVouched");
    }

    @Test
    void anUnsignedEntryIsNamedOnceThereArePersons() {
        begin();
        act(EventType.SUBMIT, Signatory.unsigned(new Maker("Ana", Role.ARTIST)));

        assertThat(Reports.only(verified(), "person.unsigned").where()).isEqualTo("entry 1");
    }

    @Test
    void anUnsignedBeginningIsNamed() {
        append(
                EventType.PRODUCTION,
                Signatory.unsigned(new Maker("Ana", Role.PRODUCER)),
                sample.productionAssertions());
        enrol(ana, Enrolment.Vouched.SELF, ana.everydaySignatory());

        assertThat(Reports.only(verified(), "person.unsigned").where()).isEqualTo("entry 0");
    }

    @Test
    void aKeyThatNobodyEnrolledIsNamed() {
        begin();
        act(EventType.SUBMIT, ben.everydaySignatory());

        assertThat(Reports.only(verified(), "person.unknown").where()).isEqualTo("entry 1");
    }

    @Test
    void entryZeroMustBeTheFirstPersons() {
        append(EventType.PRODUCTION, ben.everydaySignatory(), beginning(ana));

        assertThat(Reports.only(verified(), "person.enrolmentRefused").where())
                .isEqualTo("entry 0");
        assertThat(Reports.only(verified(), "person.unknown").where()).isEqualTo("entry 0");
    }

    @Test
    void whatNeedsTheGuardedKeyIsRefusedUnderTheOther() {
        begin();
        for (EventType event : EventType.values()) {
            if (event.isGuarded()) {
                act(event, ana.everydaySignatory());
            }
        }

        assertThat(verified().findings())
                .hasSize(5)
                .allMatch(finding -> finding.code().equals("person.notGuarded"));
    }

    @Test
    void aForgedVerdictIsFoundWithoutAskingForAllSignatures() {
        begin();
        LedgerEntry verdict = append(EventType.REVIEW, ana.guardedSignatory(), JsonObject.EMPTY);
        byte[] forged = withOtherSignature(verdict, ben.guarded().sign(verdict.unsignedBytes()));
        sample.replace(1, forged);

        assertThat(Reports.only(verified(), "person.signatureInvalid").where())
                .isEqualTo("entry 1");
    }

    @Test
    void aForgedEverydaySignatureIsFoundWhenAllAreChecked() {
        begin();
        LedgerEntry submit = append(EventType.SUBMIT, ana.everydaySignatory(), JsonObject.EMPTY);
        sample.replace(1, withOtherSignature(submit, ben.everyday().sign(submit.unsignedBytes())));

        assertThat(verified().findings()).isEmpty();
        assertThat(Reports.only(verifiedWithAllSignatures(), "person.signatureInvalid").where())
                .isEqualTo("entry 1");
    }

    @Test
    void aForgedEntryZeroIsFound() {
        begin();
        LedgerEntry first = LedgerEntry.parse(sample.entries.getFirst().body());
        sample.replace(0, withOtherSignature(first, ben.everyday().sign(first.unsignedBytes())));

        assertThat(Reports.only(verified(), "person.signatureInvalid").where())
                .isEqualTo("entry 0");
    }

    private static byte[] withOtherSignature(LedgerEntry entry, byte[] signature) {
        return new LedgerEntry(
                        entry.index(),
                        entry.entryId(),
                        entry.production(),
                        entry.event(),
                        entry.time(),
                        entry.person(),
                        entry.job(),
                        entry.assertions(),
                        Optional.of(
                                new EntrySignature(
                                        java.util.Base64.getEncoder().encodeToString(signature))))
                .bytes();
    }

    @Test
    void aSignatureWithoutAKeyOrAKeyWithoutASignatureIsNamed() {
        begin();
        LedgerEntry submit = append(EventType.SUBMIT, ana.everydaySignatory(), JsonObject.EMPTY);
        var unsigned =
                new LedgerEntry(
                        1,
                        submit.entryId(),
                        submit.production(),
                        submit.event(),
                        submit.time(),
                        submit.person(),
                        submit.job(),
                        submit.assertions());
        sample.replace(1, unsigned.bytes());

        ValidationStatus missing = Reports.only(verified(), "person.signatureMissing");
        assertThat(missing.where()).isEqualTo("entry 1");
        assertThat(missing.explanation()).isEqualTo("it names the key of Ana and is not signed");

        var keyless =
                new LedgerEntry(
                        1,
                        submit.entryId(),
                        submit.production(),
                        submit.event(),
                        submit.time(),
                        new Maker("Ana", Role.ARTIST),
                        submit.job(),
                        submit.assertions(),
                        submit.signature());
        sample.replace(1, keyless.bytes());

        assertThat(Reports.only(verified(), "person.signatureMissing").explanation())
                .isEqualTo("it carries a signature and does not say whose");
    }

    @Test
    void anUnsignedEnrolmentIsRefused() {
        Signatory unsigned = Signatory.unsigned(new Maker("Ana", Role.PRODUCER));
        append(EventType.PRODUCTION, unsigned, sample.productionAssertions());
        enrol(ana, Enrolment.Vouched.SELF, unsigned);

        ValidationStatus refused = Reports.only(verified(), "person.enrolmentRefused");
        assertThat(refused.where()).isEqualTo("entry 1");
        assertThat(refused.explanation()).isEqualTo("an enrolment must be signed");
    }

    @Test
    void aRetiredKeySignsNothingMore() {
        begin();
        enrol(ben, Enrolment.Vouched.PRODUCER, ana.guardedSignatory());
        act(EventType.SUBMIT, ben.everydaySignatory());
        append(
                EventType.PERSON,
                ana.guardedSignatory(),
                new Enrolment(Enrolment.Act.RETIRE, ben.person(), Enrolment.Vouched.SELF).toJson());
        assertThat(verified().findings()).isEmpty();

        act(EventType.SUBMIT, ben.everydaySignatory());
        assertThat(Reports.only(verified(), "person.keyEnded").where()).isEqualTo("entry 4");
    }

    @Test
    void replacedKeysHoldFromTheirEntryOn() {
        begin();
        var next =
                new Crew(
                        ana.id(), "Ana", ana.roles(), SigningKey.generate(), SigningKey.generate());
        append(
                EventType.PERSON,
                ana.guardedSignatory(),
                new Enrolment(Enrolment.Act.REPLACE_KEYS, next.person(), Enrolment.Vouched.SELF)
                        .toJson());
        act(EventType.REVIEW, next.guardedSignatory());
        assertThat(verifiedWithAllSignatures().findings()).isEmpty();

        act(EventType.REVIEW, ana.guardedSignatory());
        assertThat(Reports.only(verified(), "person.keyEnded").where()).isEqualTo("entry 3");
    }

    @Test
    void enrolmentsThatDoNotCountAreNamed() {
        begin();
        enrol(ben, Enrolment.Vouched.PRODUCER, ana.everydaySignatory());
        assertThat(Reports.only(verified(), "person.enrolmentRefused").explanation())
                .contains("guarded key");
    }

    @Test
    void aKeySignsInNoOtherName() {
        begin();
        enrol(ben, Enrolment.Vouched.SELF, ben.everydaySignatory());
        act(EventType.SUBMIT, Signatory.of("Ana", Role.PRODUCER, ben.everyday()));

        assertThat(verified().findings())
                .extracting(ValidationStatus::code)
                .containsExactly("person.otherName");
        assertThat(verified().findings().getFirst().explanation())
                .isEqualTo("it is in the name of Ana and signed by a key of Ben");
    }

    @Test
    void anEnrolmentThatCannotBeReadIsNamed() {
        begin();
        append(EventType.PERSON, ana.guardedSignatory(), JsonObject.EMPTY);

        assertThat(Reports.only(verified(), "person.malformed").where()).isEqualTo("entry 1");
    }
}
