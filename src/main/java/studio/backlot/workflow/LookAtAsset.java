package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Clearance;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.Register;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseCase;
import studio.backlot.clearance.UseLabel;
import studio.backlot.clearance.Verdict;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.workflow.AssetEvidence.Happened;
import studio.backlot.workflow.AssetEvidence.Kind;
import studio.backlot.workflow.AssetEvidence.Question;
import studio.backlot.workflow.AssetEvidence.Version;

/// Gathers what the record holds of one asset for whoever decides about it.
public final class LookAtAsset {
    private final OpenProduction production;
    private final FindWork works;
    private final KnownTexts texts;
    private final Register register;

    /// Holds what the ledger had when it was made.
    public LookAtAsset(OpenProduction production) {
        this.production = production;
        this.works = new FindWork(production);
        this.texts = new KnownTexts(production);
        this.register = production.register();
    }

    /// All about an asset. Throws [EntryUnknown] for one that no record made, and [ActRefused] for
    /// a draft of somebody else than this reader.
    public AssetEvidence of(ContentHash asset, Maker reader) {
        LedgerEntry outcome = works.outcome(asset.hex());
        works.requireReadable(outcome, reader);
        List<Submission> submissions = register.submissions().ofAsset(asset);
        Optional<UUID> slot = works.slotOf(asset);
        Optional<LedgerEntry> intent = works.intentOf(outcome);
        Optional<UseCase> useCase = works.useCase(intent, slot);
        var facts =
                new ReadFacts(production, this::words)
                        .of(outcome, intent, useCase, version(asset, submissions), place(slot));
        return new AssetEvidence(
                new RecordFacts(
                        facts.what(),
                        facts.who(),
                        facts.madeWith(),
                        facts.from(),
                        facts.allowedBy(),
                        used(asset, submissions),
                        facts.sealed(),
                        facts.exact()),
                handed(asset, submissions),
                questions(outcome, intent, useCase, slot, submissions),
                history(outcome, asset, submissions),
                before(asset, slot, submissions),
                useCase.map(one -> new LookAtUseCases(production).of(one)));
    }

    private String place(Optional<UUID> slot) {
        return slot.map(register.showTree()::words).orElse("");
    }

    private static Optional<Long> version(ContentHash asset, List<Submission> submissions) {
        return submissions.isEmpty()
                ? Optional.empty()
                : submissions.getLast().item(asset).map(Submission.Item::version);
    }

    private Optional<Verdict.Subject> subject(ContentHash asset, Submission submission) {
        return submission
                .item(asset)
                .map(item -> new Verdict.Subject(asset, item.version(), submission.use()));
    }

    private List<RecordFacts.Used> used(ContentHash asset, List<Submission> submissions) {
        Map<UseLabel, RecordFacts.Used> used = new LinkedHashMap<>();
        for (Submission submission : submissions) {
            subject(asset, submission)
                    .map(register.verdicts()::of)
                    .ifPresent(clearance -> {
                        Optional<Verdict> verdict = clearance.verdict();
                        used.put(
                                submission.use(),
                                new RecordFacts.Used(
                                        submission.use(),
                                        clearance.state(),
                                        verdict.map(one -> one.recorded().by().name()),
                                        verdict.map(one -> one.recorded().time())));
                    });
        }
        return List.copyOf(used.values());
    }

    private Optional<AssetEvidence.Handed> handed(ContentHash asset, List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return Optional.empty();
        }
        Submission last = submissions.getLast();
        return subject(asset, last)
                .map(subject -> {
                    Clearance clearance = register.verdicts().of(subject);
                    return new AssetEvidence.Handed(
                            last.use(),
                            subject.version(),
                            clearance.state(),
                            clearance.isChangedSinceApproved());
                });
    }

    private List<Question> questions(
            LedgerEntry outcome,
            Optional<LedgerEntry> intent,
            Optional<UseCase> useCase,
            Optional<UUID> slot,
            List<Submission> submissions) {
        ContentHash asset = FindWork.assetOf(outcome).orElseThrow();
        List<UUID> scopes = new ArrayList<>(works.path(slot).reversed());
        useCase.map(UseCase::id).ifPresent(scopes::add);
        Map<String, Question> questions = new LinkedHashMap<>();
        List<LedgerEntry> entries = new ArrayList<>();
        intent.ifPresent(entries::add);
        entries.add(outcome);
        entries.stream()
                .flatMap(RunGates::recordedQuestions)
                .filter(one -> !one.text("rule").orElse("").equals(Policy.USE_CASE))
                .forEach(one -> {
                    String rule = one.text("rule").orElse("");
                    questions.putIfAbsent(
                            rule, new Question(rule, detail(one), answer(rule, asset, scopes)));
                });
        if (!submissions.isEmpty()) {
            UseLabel use = submissions.getLast().use();
            Policy policy = new FollowPolicy(production).look().policy();
            if (policy.useCase(useCase, use) instanceof Decision.Question open) {
                questions.put(
                        open.rule(),
                        new Question(
                                open.rule(),
                                open.explanation(),
                                answer(open.rule(), asset, scopes)));
            }
        }
        return List.copyOf(questions.values());
    }

    private String detail(JsonObject decision) {
        return decision.object("detail").flatMap(this::reference).flatMap(this::words).orElse("");
    }

    private Optional<PayloadReference> reference(JsonObject json) {
        try {
            return Optional.of(PayloadReference.parse(json));
        } catch (MalformedEntry ofTheVerifier) {
            return Optional.empty();
        }
    }

    private Optional<String> answer(String rule, ContentHash asset, List<UUID> scopes) {
        return register.submissions()
                .answer(rule, asset, scopes)
                .map(answered -> words(answered.words()).orElse(""));
    }

    private Optional<String> words(PayloadReference reference) {
        return texts.open(reference) instanceof PayloadContent.Open open
                ? Optional.of(open.text())
                : Optional.empty();
    }

    private List<Happened> history(
            LedgerEntry outcome, ContentHash asset, List<Submission> submissions) {
        List<Happened> history = new ArrayList<>();
        history.add(
                new Happened(
                        Kind.MADE,
                        outcome.time(),
                        outcome.person().name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        for (Submission submission : submissions) {
            history.add(
                    new Happened(
                            Kind.HANDED_IN,
                            submission.recorded().time(),
                            submission.recorded().by().name(),
                            Optional.of(submission.use()),
                            Optional.empty(),
                            submission.note().flatMap(this::words)));
        }
        submissions.stream()
                .flatMap(submission -> subject(asset, submission).stream())
                .distinct()
                .flatMap(subject -> register.verdicts().history(subject).stream())
                .forEach(verdict -> history.add(happened(verdict)));
        history.sort(Comparator.comparing(Happened::time));
        return history;
    }

    private Happened happened(Verdict verdict) {
        return new Happened(
                Kind.DECIDED,
                verdict.recorded().time(),
                verdict.recorded().by().name(),
                Optional.of(verdict.subject().use()),
                Optional.of(verdict.decision()),
                verdict.reason().flatMap(this::words));
    }

    private Optional<Version> before(
            ContentHash asset, Optional<UUID> slot, List<Submission> submissions) {
        Optional<Long> own = version(asset, submissions);
        List<Version> earlier =
                slot.map(register.submissions()::versions).orElse(List.of()).stream()
                        .filter(item -> !item.asset().equals(asset))
                        .filter(item -> own.map(one -> item.version() < one).orElse(true))
                        .map(this::version)
                        .sorted(Comparator.comparingLong(Version::number))
                        .toList();
        return earlier.reversed().stream()
                .filter(version -> version.approved().isPresent())
                .findFirst()
                .or(() -> earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast()));
    }

    private Version version(Submission.Item item) {
        for (UseLabel use : List.of(UseLabel.FINAL, UseLabel.TEMP, UseLabel.IDEA)) {
            Clearance clearance =
                    register.verdicts().of(new Verdict.Subject(item.asset(), item.version(), use));
            if (clearance.state() == ReviewState.APPROVED) {
                return new Version(
                        item.asset(),
                        item.version(),
                        Optional.of(use),
                        clearance.verdict().map(verdict -> verdict.recorded().time()));
            }
        }
        return new Version(item.asset(), item.version(), Optional.empty(), Optional.empty());
    }
}
