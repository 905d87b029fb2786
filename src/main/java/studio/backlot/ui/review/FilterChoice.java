package studio.backlot.ui.review;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.workflow.AssetFilter;

/// One thing that a list can be narrowed by; several states or uses widen it again, since an asset
/// has one of each.
enum FilterChoice {
    WAITING,
    IN_REVIEW,
    APPROVED,
    CHANGES,
    REJECTED,
    DRAFT,
    CHANGED,
    OPEN,
    STARRED,
    IDEA,
    TEMP,
    FINAL;

    /// The name that its words and its chip go by.
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A list narrowed by all of these.
    static AssetFilter narrow(AssetFilter filter, Set<FilterChoice> choices) {
        Set<ReviewState> states = new HashSet<>();
        Set<UseLabel> uses = new HashSet<>();
        AssetFilter narrowed = filter;
        for (FilterChoice choice : choices) {
            choice.state().ifPresent(states::add);
            choice.use().ifPresent(uses::add);
            narrowed =
                    switch (choice) {
                        case WAITING -> narrowed.waitingForMe();
                        case CHANGED -> narrowed.changedSinceApproved();
                        case OPEN -> narrowed.withOpenQuestions();
                        case STARRED -> narrowed.starred();
                        default -> narrowed;
                    };
        }
        return narrowed.in(states).meantFor(uses);
    }

    private Optional<ReviewState> state() {
        return switch (this) {
            case IN_REVIEW -> Optional.of(ReviewState.IN_REVIEW);
            case APPROVED -> Optional.of(ReviewState.APPROVED);
            case CHANGES -> Optional.of(ReviewState.CHANGES_REQUESTED);
            case REJECTED -> Optional.of(ReviewState.REJECTED);
            case DRAFT -> Optional.of(ReviewState.DRAFT);
            default -> Optional.empty();
        };
    }

    private Optional<UseLabel> use() {
        return switch (this) {
            case IDEA -> Optional.of(UseLabel.IDEA);
            case TEMP -> Optional.of(UseLabel.TEMP);
            case FINAL -> Optional.of(UseLabel.FINAL);
            default -> Optional.empty();
        };
    }
}
