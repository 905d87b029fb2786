package studio.backlot.workflow;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.search.AssetQuery;
import studio.backlot.search.AssetQuery.Hidden;
import studio.backlot.search.AssetQuery.Place;
import studio.backlot.search.FoldedWords;

/// Which assets a gallery or a table shows, and in which order; an empty set or text asks for
/// nothing.
///
/// `words` are what somebody typed; each must occur in the slot's path, the maker's name or the
/// pack's, whatever its case and accents.
public record AssetFilter(
        Place place,
        Set<ReviewState> states,
        Set<UseLabel> uses,
        Optional<String> maker,
        String words,
        AssetQuery.Wants wants,
        Order order) {
    /// Everything that is not hidden, newest first.
    public static final AssetFilter ALL =
            new AssetFilter(
                    new Place.Anywhere(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    "",
                    new AssetQuery.Wants(false, false, false, false, Hidden.LEFT_OUT),
                    Order.NEWEST);

    public AssetFilter {
        states = Set.copyOf(states);
        uses = Set.copyOf(uses);
    }

    /// In which order assets are listed.
    public enum Order {
        /// The last to become known first.
        NEWEST,
        /// By the path of the slot, numbers as people count; in one slot the newest first; those
        /// without a slot last.
        SLOT
    }

    public AssetFilter at(Place there) {
        return new AssetFilter(there, states, uses, maker, words, wants, order);
    }

    /// At or below an episode, a sequence, a shot or a slot.
    public AssetFilter within(UUID node) {
        return at(new Place.Within(node));
    }

    /// In exactly this slot, or without one.
    public AssetFilter inSlot(Optional<UUID> slot) {
        return at(slot.<Place>map(Place.InSlot::new).orElseGet(Place.NoSlot::new));
    }

    public AssetFilter in(Set<ReviewState> wanted) {
        return new AssetFilter(place, wanted, uses, maker, words, wants, order);
    }

    public AssetFilter meantFor(Set<UseLabel> wanted) {
        return new AssetFilter(place, states, wanted, maker, words, wants, order);
    }

    public AssetFilter by(Optional<String> wanted) {
        return new AssetFilter(place, states, uses, wanted, words, wants, order);
    }

    public AssetFilter with(String typed) {
        return new AssetFilter(place, states, uses, maker, typed, wants, order);
    }

    public AssetFilter where(AssetQuery.Wants wanted) {
        return new AssetFilter(place, states, uses, maker, words, wanted, order);
    }

    public AssetFilter orderedBy(Order wanted) {
        return new AssetFilter(place, states, uses, maker, words, wants, wanted);
    }

    /// Only those that are a later version than an approved one.
    public AssetFilter changedSinceApproved() {
        return where(
                new AssetQuery.Wants(
                        true,
                        wants.hasOpenQuestions(),
                        wants.isWaitingForViewer(),
                        wants.isStarred(),
                        wants.hidden()));
    }

    /// Only those with unanswered questions.
    public AssetFilter withOpenQuestions() {
        return where(
                new AssetQuery.Wants(
                        wants.isChanged(),
                        true,
                        wants.isWaitingForViewer(),
                        wants.isStarred(),
                        wants.hidden()));
    }

    /// Only those that were handed in to the person who looks and wait for a decision.
    public AssetFilter waitingForMe() {
        return where(
                new AssetQuery.Wants(
                        wants.isChanged(),
                        wants.hasOpenQuestions(),
                        true,
                        wants.isStarred(),
                        wants.hidden()));
    }

    /// Only starred ones.
    public AssetFilter starred() {
        return where(
                new AssetQuery.Wants(
                        wants.isChanged(),
                        wants.hasOpenQuestions(),
                        wants.isWaitingForViewer(),
                        true,
                        wants.hidden()));
    }

    /// With, without, or only hidden ones.
    public AssetFilter hidden(Hidden which) {
        return where(
                new AssetQuery.Wants(
                        wants.isChanged(),
                        wants.hasOpenQuestions(),
                        wants.isWaitingForViewer(),
                        wants.isStarred(),
                        which));
    }

    AssetQuery query(AssetQuery.Viewer viewer) {
        return new AssetQuery(
                viewer,
                place,
                states.stream().map(ReviewState::wireName).collect(Collectors.toSet()),
                uses.stream().map(UseLabel::wireName).collect(Collectors.toSet()),
                maker,
                FoldedWords.of(words),
                wants,
                order == Order.SLOT);
    }
}
