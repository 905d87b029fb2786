package studio.backlot.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.Approver;
import studio.backlot.clearance.Clearance;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseLabel;
import studio.backlot.clearance.Verdict;
import studio.backlot.clearance.Work;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// Lists what was handed in, and records what a person decides about it.
public final class ReviewWork {
    private final OpenProduction production;
    private final FindWork works;

    public ReviewWork(OpenProduction production) {
        this.production = production;
        this.works = new FindWork(production);
    }

    /// One asset as it was handed in, and where it stands now.
    public record Reviewed(Submission submission, Submission.Item item, Clearance clearance) {}

    /// A decision: about which asset (the beginning of its hash, or its record's number), for which
    /// use where it was handed in for several, what, why, and by whom with the guarded key.
    public record DecideOrder(
            String asset,
            Optional<UseLabel> use,
            ReviewState decision,
            String reason,
            Signatory by) {
        public DecideOrder {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a verdict needs its reason in words");
            }
        }
    }

    /// Everything that was handed in, the latest submission of each asset, version and use, in the
    /// order they became known.
    public List<Reviewed> all() {
        var verdicts = production.register().verdicts();
        Map<Verdict.Subject, Reviewed> all = new LinkedHashMap<>();
        for (Submission submission : production.register().submissions().all()) {
            for (Submission.Item item : submission.items()) {
                Verdict.Subject subject = subject(submission, item);
                all.remove(subject);
                all.put(subject, new Reviewed(submission, item, verdicts.of(subject)));
            }
        }
        return List.copyOf(all.values());
    }

    private static Verdict.Subject subject(Submission submission, Submission.Item item) {
        return new Verdict.Subject(item.asset(), item.version(), submission.use());
    }

    /// Records the verdict and returns it. Throws [EntryUnknown] for what was not handed in, and
    /// [ActRefused] when this person may not decide about it.
    public Verdict decide(DecideOrder order) {
        Reviewed reviewed = reviewed(order);
        Approver approver = works.approver(order.by().maker());
        Work work = work(reviewed.item());
        Policy policy = new FollowPolicy(production).inForce(order.by()).policy();
        if (policy.mayApprove(approver, work) instanceof Decision.Refused refused) {
            throw new ActRefused(refused);
        }
        Verdict.Subject subject = subject(reviewed.submission(), reviewed.item());
        append(order, reviewed, work.isBy(approver));
        return production.register().verdicts().history(subject).getLast();
    }

    private Reviewed reviewed(DecideOrder order) {
        ContentHash asset = asset(order.asset());
        List<Reviewed> found =
                all().stream()
                        .filter(one -> one.item().asset().equals(asset))
                        .filter(one ->
                                order.use().isEmpty()
                                        || order.use().get() == one.submission().use())
                        .toList();
        if (found.isEmpty()) {
            throw new EntryUnknown(
                    "nobody has handed in "
                            + asset
                            + order.use().map(use -> " for " + use.wireName()).orElse("")
                            + ": its maker does so with `backlot submit`");
        }
        List<String> uses =
                found.stream().map(one -> one.submission().use().wireName()).distinct().toList();
        if (uses.size() > 1) {
            throw new EntryUnknown(
                    asset
                            + " was handed in for "
                            + String.join(" and for ", uses)
                            + ": say with --use which one you decide about");
        }
        return found.getLast();
    }

    private ContentHash asset(String numberOrAsset) {
        List<ContentHash> submitted =
                numberOrAsset.length() < 8
                        ? List.of()
                        : production.register().submissions().assets(numberOrAsset);
        if (submitted.size() > 1) {
            throw new EntryUnknown(
                    "several assets begin so: "
                            + submitted.stream()
                                    .map(ContentHash::hex)
                                    .collect(Collectors.joining(", ")));
        }
        return submitted.isEmpty()
                ? FindWork.assetOf(works.outcome(numberOrAsset)).orElseThrow()
                : submitted.getFirst();
    }

    private Work work(Submission.Item item) {
        return works.work(works.outcome(item.asset().hex()));
    }

    private void append(DecideOrder order, Reviewed reviewed, boolean isSelfApproved) {
        PayloadReference reason =
                production
                        .payloads()
                        .putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, order.reason())))
                        .getFirst();
        Submission.Item item = reviewed.item();
        var verdict =
                new JsonBuilder()
                        .put("file", item.asset().hex())
                        .put("version", item.version())
                        .put("use", reviewed.submission().use().wireName())
                        .put("decision", order.decision().wireName())
                        .put("reason", reason.toJson())
                        .put("submission", reviewed.submission().id().toString());
        if (isSelfApproved) {
            verdict.put("selfApproved", true);
        }
        production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.REVIEW,
                                order.by(),
                                Optional.empty(),
                                new JsonBuilder().put("verdict", verdict.build()).build()));
    }

    /// Whether a recorded plate may leave for a use by this policy: as *final* only by an approval
    /// that covers this file and that the policy lets count as it is now.
    Decision mayExport(LedgerEntry outcome, UseLabel use, Policy policy) {
        Optional<Verdict> given = given(outcome, use);
        Optional<Decision.Refused> refused =
                given.map(verdict -> counts(outcome, verdict, policy))
                        .filter(Decision.Refused.class::isInstance)
                        .map(Decision.Refused.class::cast)
                        .filter(refusal -> use == UseLabel.FINAL);
        return refused.<Decision>map(refusal ->
                        new Decision.Refused(
                                Policy.FINAL,
                                "its approval does not count: " + refusal.explanation()))
                .orElseGet(() -> policy.mayExport(use, given.isPresent()));
    }

    /// The approval that covers a recorded plate for a use, if it counts by this policy.
    Optional<Verdict> approval(LedgerEntry outcome, UseLabel use, Policy policy) {
        return given(outcome, use)
                .filter(verdict -> counts(outcome, verdict, policy) instanceof Decision.Allowed);
    }

    private Optional<Verdict> given(LedgerEntry outcome, UseLabel use) {
        return FindWork.assetOf(outcome)
                .flatMap(asset -> production.register().verdicts().approval(asset, use));
    }

    private Decision counts(LedgerEntry outcome, Verdict verdict, Policy policy) {
        return policy.mayApprove(works.approver(verdict.recorded().by()), works.work(outcome));
    }

    /// Whether the person of a verdict had made the plate.
    boolean isSelfApproved(LedgerEntry outcome, Verdict verdict) {
        return verdict.isSelfApproved()
                || works.work(outcome).isBy(works.approver(verdict.recorded().by()));
    }
}
