package studio.backlot.workflow;

import java.util.Optional;
import studio.backlot.clearance.Decision;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Person;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;

/// Enrols, retires and gives new keys to the persons of a production.
public final class EnrolPerson {
    private final OpenProduction production;

    public EnrolPerson(OpenProduction production) {
        this.production = production;
    }

    /// A producer vouches for a person, by a guarded key. Throws [ActRefused] with the reason where
    /// that would not count.
    public LedgerEntry vouch(Person person, Signatory producer) {
        return append(
                new Enrolment(Enrolment.Act.ENROL, person, Enrolment.Vouched.PRODUCER), producer);
    }

    /// Ends a person's keys: by a producer's guarded key or the person's own.
    public LedgerEntry retire(Person person, Signatory by) {
        return append(new Enrolment(Enrolment.Act.RETIRE, person, Enrolment.Vouched.SELF), by);
    }

    /// Ends a person's keys and begins others: by their old guarded key or a producer's.
    public LedgerEntry replaceKeys(Person withNewKeys, Signatory by) {
        return append(
                new Enrolment(Enrolment.Act.REPLACE_KEYS, withNewKeys, Enrolment.Vouched.SELF), by);
    }

    private LedgerEntry append(Enrolment enrolment, Signatory by) {
        production
                .register()
                .persons()
                .refuses(
                        production.ledger().head().checkpoint().size(), enrolment, by.maker().key())
                .ifPresent(why -> {
                    throw new ActRefused(new Decision.Refused("enrolment", why));
                });
        return production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.PERSON,
                                by.in(Role.PRODUCER),
                                Optional.empty(),
                                enrolment.toJson()));
    }

    /// Enrols this machine's person by themself, unless they are enrolled already.
    public static void byThemself(OpenProduction production, OwnPerson own) {
        EnrolledPersons known = production.register().persons();
        if (known.key(own.everyday().verificationKey().fingerprint()).isEmpty()) {
            production.ledger().append(byThemself(own));
        }
    }

    /// The enrolment of a person for whom nobody vouches yet.
    static EntryDraft byThemself(OwnPerson own) {
        Person person = own.person();
        Role role = person.roles().stream().sorted().findFirst().orElse(Role.ARTIST);
        return new EntryDraft(
                EventType.PERSON,
                Signatory.of(person.name(), role, own.everyday()),
                Optional.empty(),
                selfEnrolment(own).toJson());
    }

    static Enrolment selfEnrolment(OwnPerson own) {
        return new Enrolment(Enrolment.Act.ENROL, own.person(), Enrolment.Vouched.SELF);
    }
}
