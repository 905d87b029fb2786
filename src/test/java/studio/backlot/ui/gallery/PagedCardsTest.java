package studio.backlot.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import studio.backlot.ui.fx.Background;
import studio.backlot.ui.fx.FxThread;
import studio.backlot.ui.fx.Toolkit;
import studio.backlot.workflow.AssetFilter;

class PagedCardsTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final PagedCards cards =
            Toolkit.on(() ->
                    new PagedCards(new Background(Runnable::run, new FxThread(), failure -> {})));

    private CardSource source(long size) {
        return new CardSource(
                filter -> size,
                (filter, from, after, limit) -> {
                    asked.add(from + (after.isPresent() ? " after" : ""));
                    return Cards.numbered(from, Math.min(size, from + limit));
                });
    }

    private void show(CardSource source) {
        Toolkit.run(() -> {
            cards.open(source);
            cards.show(AssetFilter.ALL);
        });
        Toolkit.await("the first card", () -> cards.chosen().get().isPresent());
    }

    private static void await(Callable<Boolean> truth) {
        Toolkit.await("the cards", truth);
    }

    @Test
    void ofAHundredThousandOnlyTheLookedAtPagesAreRead() {
        show(source(100_000));
        await(() -> cards.get(99_999).isPresent());
        assertThat(Toolkit.<Long>on(cards::size)).isEqualTo(100_000);
        assertThat(asked).containsExactly("0", "99960");
    }

    @Test
    void thePageAfterAKnownOneIsReadFromItsLastCardOn() {
        show(source(1_000));
        await(() -> cards.get(PagedCards.PAGE).isPresent());
        assertThat(asked).containsExactly("0", "60 after");
    }

    @Test
    void theChosenCardStaysChosenWhenOthersComeBeforeIt() {
        show(source(100));
        Toolkit.run(() -> {
            cards.choose(5);
        });
        Optional<?> before = Toolkit.on(() -> cards.chosen().get().map(card -> card.asset()));
        Toolkit.run(() -> {
            cards.open(
                    new CardSource(
                            filter -> 103L,
                            (filter, from, after, limit) -> Cards.numbered(from - 3, from + 57)));
            cards.show(AssetFilter.ALL);
        });
        await(() -> cards.get(8).isPresent());
        assertThat(Toolkit.<Optional<?>>on(() -> cards.get(8).map(card -> card.asset())))
                .isEqualTo(before);
    }

    @Test
    void aCardThatLeftTheListGivesItsPlaceToTheNext() {
        var size = new long[] {3};
        show(
                new CardSource(
                        filter -> size[0],
                        (filter, from, after, limit) -> Cards.numbered(3 - size[0], 3)));
        assertThat(number(cards)).isZero();
        size[0] = 2;
        Toolkit.run(() -> {
            cards.refresh();
        });
        await(() ->
                cards.chosen()
                        .get()
                        .filter(card ->
                                card.asset().equals(Cards.numbered(1, 2).getFirst().asset()))
                        .isPresent());
    }

    private static long number(PagedCards cards) {
        return Toolkit.on(() -> cards.number().get());
    }

    @Test
    void aFailureIsSaidInWords() {
        Toolkit.run(() -> {
            cards.open(
                    new CardSource(
                            filter -> {
                                throw new IllegalStateException("the index is damaged");
                            },
                            (filter, from, after, limit) -> List.of()));
            cards.show(AssetFilter.ALL);
        });
        await(() -> cards.state().get().equals(new ListState.Failed("the index is damaged")));
    }

    @Test
    void stepsEndAtTheEndsOfTheList() {
        show(source(2));
        long after =
                Toolkit.on(() -> {
                    cards.step(-1);
                    cards.step(5);
                    return cards.number().get();
                });
        assertThat(after).isEqualTo(1);
    }
}
