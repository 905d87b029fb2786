package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;

/// What was decided about files, as the `review` entries say.
///
/// A verdict counts only when a vouched person's guarded key signed it. Of several about the same
/// file, version and use the latest holds: within one ledger the one that stands later, between
/// ledgers the one signed later. So the order in which packages arrive changes nothing.
public final class Verdicts {
    private static final Comparator<Verdict> BY_TIME =
            Comparator.comparing((Verdict verdict) -> verdict.recorded().time())
                    .thenComparing(verdict -> verdict.recorded().production());

    private final EnrolledPersons persons;
    private final Submissions submissions;
    private final Map<Verdict.Subject, List<Verdict>> verdicts = new HashMap<>();

    /// `persons` says whose signatures count, `submissions` what was handed in; both grow along
    /// with this.
    public Verdicts(EnrolledPersons persons, Submissions submissions) {
        this.persons = persons;
        this.submissions = submissions;
    }

    /// Takes up an entry. Answers why it does not count, or nothing when it does or is no verdict;
    /// the same one again changes nothing.
    public Optional<String> accept(KnownEntry known) {
        JsonObject assertions = known.entry().assertions();
        boolean isOfUseCase =
                assertions.get("useCase").isPresent() && assertions.get("verdict").isEmpty();
        if (known.entry().event() != EventType.REVIEW || isOfUseCase) {
            return Optional.empty();
        }
        try {
            Verdict verdict = parse(known);
            Optional<String> refusal = refusesSigner(known);
            if (refusal.isEmpty()) {
                add(verdict);
            }
            return refusal;
        } catch (MalformedEntry e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Verdict parse(KnownEntry known) {
        LedgerEntry entry = known.entry();
        Members label = Members.ofLabel(known, "verdict");
        String decision = label.text("decision");
        return new Verdict(
                new Verdict.Subject(label.hash("file"), label.count("version"), label.use("use")),
                ReviewState.decision(decision)
                        .orElseThrow(
                                () -> new MalformedEntry("\"" + decision + "\" is no decision")),
                label.payload("reason"),
                label.optionalId("submission"),
                label.object().truth("selfApproved").orElse(false),
                Recorded.of(entry));
    }

    private Optional<String> refusesSigner(KnownEntry known) {
        LedgerEntry entry = known.entry();
        Optional<EnrolledPersons.Key> key = entry.person().key().flatMap(persons::key);
        if (key.isEmpty()) {
            return Optional.of(
                    "nobody who is enrolled here has the key that "
                            + entry.person().name()
                            + " decided with");
        }
        boolean isInForce =
                known.source() instanceof Source.Imported || key.get().holdsAt(entry.index());
        if (!key.get().isGuarded() || !isInForce) {
            return Optional.of("a verdict is signed with the guarded key, as it was at the time");
        }
        if (persons.person(key.get().person())
                .filter(EnrolledPersons.Standing::isVouched)
                .isEmpty()) {
            return Optional.of("nobody has vouched for " + entry.person().name());
        }
        return entry.signature()
                        .filter(made -> made.isBy(key.get().key(), entry.unsignedBytes()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("its signature is not that of " + entry.person().name());
    }

    private void add(Verdict verdict) {
        List<Verdict> same = verdicts.computeIfAbsent(verdict.subject(), s -> new ArrayList<>());
        if (!same.contains(verdict)) {
            same.add(verdict);
        }
    }

    /// Where this file, version and use stands.
    public Clearance of(Verdict.Subject subject) {
        Optional<Verdict> latest = latest(subject);
        ReviewState state = latest.map(Verdict::decision).orElse(ReviewState.DRAFT);
        boolean isAnswered = state != ReviewState.DRAFT && state != ReviewState.CHANGES_REQUESTED;
        if (!isAnswered && isWaiting(subject)) {
            state = ReviewState.IN_REVIEW;
        }
        boolean isChanged = state != ReviewState.APPROVED && hasApprovedForerunner(subject);
        return new Clearance(state, latest, isChanged);
    }

    /// The latest verdict of each ledger by its place, among those the latest by its time.
    private Optional<Verdict> latest(Verdict.Subject subject) {
        Map<UUID, Verdict> ofLedger = new HashMap<>();
        for (Verdict verdict : history(subject)) {
            ofLedger.merge(
                    verdict.recorded().production(),
                    verdict,
                    (a, b) -> a.recorded().index() > b.recorded().index() ? a : b);
        }
        return ofLedger.values().stream().max(BY_TIME);
    }

    /// Whether it was handed in and nobody has decided about that handing in.
    private boolean isWaiting(Verdict.Subject subject) {
        return submissions.ofAsset(subject.file()).stream()
                .filter(submission -> submission.use() == subject.use())
                .filter(submission ->
                        submission
                                .item(subject.file())
                                .filter(item -> item.version() == subject.version())
                                .isPresent())
                .anyMatch(submission ->
                        history(subject).stream()
                                .noneMatch(verdict ->
                                        verdict.submission().equals(Optional.of(submission.id()))));
    }

    private boolean hasApprovedForerunner(Verdict.Subject subject) {
        return submissions.ofAsset(subject.file()).stream()
                .flatMap(submission -> submission.item(subject.file()).stream())
                .filter(item -> item.version() == subject.version())
                .flatMap(item -> item.slot().stream())
                .anyMatch(slot -> isApprovedBefore(slot, subject.version(), subject.use()));
    }

    /// Whether a version of the slot before this one was approved for the use: what a draft for the
    /// slot would change.
    public boolean isApprovedBefore(UUID slot, long version, UseLabel use) {
        return submissions.versions(slot).stream()
                .filter(item -> item.version() < version)
                .map(item -> new Verdict.Subject(item.asset(), item.version(), use))
                .anyMatch(earlier ->
                        latest(earlier)
                                .filter(v -> v.decision() == ReviewState.APPROVED)
                                .isPresent());
    }

    /// Every verdict about this file, version and use, in the order they became known.
    public List<Verdict> history(Verdict.Subject subject) {
        return List.copyOf(verdicts.getOrDefault(subject, List.of()));
    }

    /// The verdict that holds and approves the file for the use, in whichever version.
    public Optional<Verdict> approval(ContentHash file, UseLabel use) {
        return verdicts.keySet().stream()
                .filter(subject -> subject.file().equals(file) && subject.use() == use)
                .map(this::of)
                .filter(clearance -> clearance.state() == ReviewState.APPROVED)
                .flatMap(clearance -> clearance.verdict().stream())
                .max(BY_TIME);
    }
}
