package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.Decision;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.PersonKeys;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Head;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.SignedNote;
import studio.backlot.provenance.StoredEntry;

/// A ledger in which this machine's person enrols themself with the first entry that they sign, and
/// signs nothing with keys that do not hold in it.
public final class EnrollingLedger implements Ledger {
    private final Ledger ledger;
    private final RegisterSource register;
    private final OwnPerson person;
    private final Set<ContentHash> ownKeys;

    /// What is enrolled once stays known to the ledger, so that later appends need not ask.
    private volatile boolean isEnrolled;

    public EnrollingLedger(Ledger ledger, RegisterSource register, OwnPerson person) {
        this.ledger = ledger;
        this.register = register;
        this.person = person;
        PersonKeys keys = person.person().keys();
        ownKeys = Set.of(keys.everyday().fingerprint(), keys.guarded().fingerprint());
    }

    @Override
    public UUID production() {
        return ledger.production();
    }

    @Override
    public List<LedgerEntry> appendAll(List<EntryDraft> drafts) {
        if (drafts.stream().anyMatch(draft -> draft.event() == EventType.PERSON)) {
            isEnrolled = false;
        }
        if (isEnrolled || drafts.stream().noneMatch(this::needsEnrolment)) {
            return ledger.appendAll(drafts);
        }
        List<EntryDraft> all = new ArrayList<>(drafts);
        all.addFirst(enrolment());
        List<LedgerEntry> entries = ledger.appendAll(all);
        return entries.subList(1, entries.size());
    }

    private boolean needsEnrolment(EntryDraft draft) {
        if (draft.event() == EventType.PERSON) {
            return false;
        }
        Optional<ContentHash> key = draft.by().maker().key().filter(ownKeys::contains);
        if (key.isEmpty()) {
            return false;
        }
        Optional<EnrolledPersons.Key> known = register.upToDate().persons().key(key.get());
        known.filter(one -> one.until() != Long.MAX_VALUE)
                .ifPresent(one -> {
                    throw refused("this key of theirs ended with record " + one.until());
                });
        isEnrolled = known.isPresent();
        return !isEnrolled;
    }

    private EntryDraft enrolment() {
        EntryDraft draft = EnrolPerson.byThemself(person);
        register.upToDate()
                .persons()
                .refuses(
                        ledger.head().checkpoint().size(),
                        EnrolPerson.selfEnrolment(person),
                        draft.by().maker().key())
                .ifPresent(why -> {
                    throw refused(why);
                });
        return draft;
    }

    private ActRefused refused(String why) {
        return new ActRefused(
                new Decision.Refused(
                        "enrolment",
                        person.person().name()
                                + " cannot sign in this production: "
                                + why
                                + "; a producer can enrol them with the keys of this machine (`backlot person enrol`)"));
    }

    @Override
    public Head head() {
        return ledger.head();
    }

    @Override
    public Optional<LedgerEntry> entry(long index) {
        return ledger.entry(index);
    }

    @Override
    public List<StoredEntry> stored(long from, int limit) {
        return ledger.stored(from, limit);
    }

    @Override
    public List<LedgerEntry> registerEntries(long from, int limit) {
        return ledger.registerEntries(from, limit);
    }

    @Override
    public SignedNote checkpoint() {
        return ledger.checkpoint();
    }

    @Override
    public List<SignedNote> checkpoints() {
        return ledger.checkpoints();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
