package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.List;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.ValidationStatus;

/// What the entries of a production add up to: who its persons are and what holds in it now.
///
/// Fed in the order of the ledger; an entry that cannot be read becomes a finding and changes
/// nothing. Not for several threads.
public final class Register {
    private final EnrolledPersons persons = new EnrolledPersons();
    private final PolicyHistory policies = new PolicyHistory();
    private final UseCases useCases = new UseCases(persons);
    private final ShowTree showTree = new ShowTree();
    private final Submissions submissions = new Submissions();
    private final Verdicts verdicts = new Verdicts(persons, submissions);
    private final ConsentRegister consents = new ConsentRegister(persons);
    private final Overrides overrides = new Overrides(persons);
    private final FaceAnswers faceAnswers = new FaceAnswers();
    private final List<ValidationStatus> findings = new ArrayList<>();

    /// Takes the next entry.
    public void accept(KnownEntry known) {
        LedgerEntry entry = known.entry();
        if (known.source() instanceof Source.Local && Enrolment.isIn(entry)) {
            acceptPerson(entry);
        }
        policies.accept(known).ifPresent(why -> add(entry, why));
        useCases.accept(known).ifPresent(why -> add(entry, why));
        showTree.accept(known).ifPresent(why -> add(entry, why));
        submissions.accept(known).ifPresent(why -> add(entry, why));
        verdicts.accept(known).ifPresent(why -> add(entry, why));
        consents.accept(known).ifPresent(why -> add(entry, why));
        overrides.accept(known).ifPresent(why -> add(entry, why));
        faceAnswers.accept(known);
    }

    private void acceptPerson(LedgerEntry entry) {
        try {
            persons.accept(entry.index(), Enrolment.of(entry), entry.person().key())
                    .ifPresent(why -> add(entry, why));
        } catch (MalformedEntry e) {
            add(entry, String.valueOf(e.getMessage()));
        }
    }

    /// Notes that what an entry brings could not be taken in, and why.
    public void leaveOut(LedgerEntry entry, String why) {
        add(entry, why);
    }

    private void add(LedgerEntry entry, String why) {
        findings.add(
                ValidationStatus.finding(
                        "register." + entry.event().wireName(), "entry " + entry.index(), why));
    }

    /// The persons enrolled here. Other ledgers' enrolments do not count: who hands work over has
    /// been enrolled here first.
    public EnrolledPersons persons() {
        return persons;
    }

    /// The policy files that this production has worked by.
    public PolicyHistory policies() {
        return policies;
    }

    /// What generated material is for, as it was declared, answered and decided.
    public UseCases useCases() {
        return useCases;
    }

    /// The show's tree of episodes, sequences, shots and slots.
    public ShowTree showTree() {
        return showTree;
    }

    /// What was handed in.
    public Submissions submissions() {
        return submissions;
    }

    /// What was decided about it.
    public Verdicts verdicts() {
        return verdicts;
    }

    /// The consents recorded here, and which were withdrawn.
    public ConsentRegister consents() {
        return consents;
    }

    /// The stops that somebody let pass.
    public Overrides overrides() {
        return overrides;
    }

    /// The pictures whose faces somebody answered for.
    public FaceAnswers faceAnswers() {
        return faceAnswers;
    }

    /// The entries that did not count, and why.
    public List<ValidationStatus> findings() {
        return List.copyOf(findings);
    }
}
