package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.Clearance;
import studio.backlot.clearance.Register;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.ShowTree;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseCase;
import studio.backlot.clearance.UseLabel;
import studio.backlot.clearance.Verdict;
import studio.backlot.search.AssetIndex;
import studio.backlot.search.AssetStanding;
import studio.backlot.search.StandingChange.SlotPlace;

/// How assets stand by one register: the use, version and state of the submission that holds, and
/// which questions are open.
///
/// An asset that was handed in for several uses stands as its latest submission does.
final class StandingOf {
    private final Register register;
    private final Set<Scoped> scoped = new HashSet<>();
    private int submissionsRead;

    /// An answer that holds for a node of the show or for a use case.
    private record Scoped(String rule, UUID scope) {}

    /// `register` may grow; [#refresh] takes note of it.
    StandingOf(Register register) {
        this.register = register;
    }

    void refresh() {
        List<Submission> all = register.submissions().all();
        all.subList(submissionsRead, all.size()).stream()
                .flatMap(submission -> submission.answers().stream())
                .forEach(answer ->
                        answer.holdsFor()
                                .ifPresent(scope -> scoped.add(new Scoped(answer.rule(), scope))));
        submissionsRead = all.size();
    }

    /// How an asset stands.
    AssetStanding of(ContentHash asset) {
        List<Submission> submissions = register.submissions().ofAsset(asset);
        Optional<ShowTree.Assignment> assigned = register.showTree().assignment(asset);
        Optional<UUID> slot =
                submissions.reversed().stream()
                        .flatMap(submission -> submission.item(asset).stream())
                        .flatMap(item -> item.slot().stream())
                        .findFirst()
                        .or(() -> assigned.flatMap(ShowTree.Assignment::slot));
        Optional<UseLabel> use = assigned.flatMap(ShowTree.Assignment::use);
        return submissions.isEmpty()
                ? draft(asset, slot, use)
                : submitted(asset, slot, submissions.getLast());
    }

    private AssetStanding draft(ContentHash asset, Optional<UUID> slot, Optional<UseLabel> use) {
        long version = register.submissions().version(asset, slot);
        List<UseLabel> uses = use.map(List::of).orElse(List.of(UseLabel.values()));
        boolean isChanged =
                slot.isPresent()
                        && uses.stream()
                                .anyMatch(one ->
                                        register.verdicts()
                                                .isApprovedBefore(slot.get(), version, one));
        return new AssetStanding(
                asset,
                slot,
                Optional.empty(),
                use.map(UseLabel::wireName),
                ReviewState.DRAFT.wireName(),
                false,
                isChanged,
                Set.of());
    }

    private AssetStanding submitted(ContentHash asset, Optional<UUID> slot, Submission last) {
        Submission.Item item = last.item(asset).orElseThrow();
        Clearance clearance =
                register.verdicts().of(new Verdict.Subject(asset, item.version(), last.use()));
        return new AssetStanding(
                asset,
                slot,
                Optional.of(item.version()),
                Optional.of(last.use().wireName()),
                clearance.state().wireName(),
                true,
                clearance.isChangedSinceApproved(),
                clearance.state() == ReviewState.IN_REVIEW ? last.to() : Set.of());
    }

    /// The slots whose other versions an asset may have changed.
    Set<UUID> slots(ContentHash asset) {
        Set<UUID> slots = new HashSet<>();
        register.submissions().ofAsset(asset).stream()
                .flatMap(submission -> submission.item(asset).stream())
                .forEach(item -> item.slot().ifPresent(slots::add));
        register.showTree()
                .assignment(asset)
                .flatMap(ShowTree.Assignment::slot)
                .ifPresent(slots::add);
        return slots;
    }

    /// The assets that were handed in for a slot.
    List<ContentHash> versions(UUID slot) {
        return register.submissions().versions(slot).stream().map(Submission.Item::asset).toList();
    }

    /// How many of the questions that a run left are open.
    int openQuestions(AssetIndex.Asked asked) {
        List<UUID> scopes = new ArrayList<>(path(asked.slot()).reversed());
        asked.useCase()
                .flatMap(register.useCases()::find)
                .or(() -> register.useCases().forNode(path(asked.slot())))
                .map(UseCase::id)
                .ifPresent(scopes::add);
        return (int)
                asked.rules().stream()
                        .filter(rule -> !isAnswered(rule, asked.asset(), scopes))
                        .count();
    }

    private boolean isAnswered(String rule, ContentHash asset, List<UUID> scopes) {
        return scopes.stream().anyMatch(scope -> scoped.contains(new Scoped(rule, scope)))
                || register.submissions().ofAsset(asset).stream()
                        .flatMap(submission -> submission.answers().stream())
                        .anyMatch(answer ->
                                answer.rule().equals(rule) && answer.holdsFor().isEmpty());
    }

    private List<UUID> path(Optional<UUID> slot) {
        return slot.map(register.showTree()::path).orElse(List.of()).stream()
                .map(ShowNode::id)
                .toList();
    }

    /// Where a slot lies in the show, and how far its versions go.
    SlotPlace place(UUID slot) {
        long newest =
                register.submissions().versions(slot).stream()
                        .mapToLong(Submission.Item::version)
                        .max()
                        .orElse(0);
        return new SlotPlace(
                slot, register.showTree().words(slot), path(Optional.of(slot)), newest);
    }
}
