package studio.backlot.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import studio.backlot.clearance.ReviewState;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.widget.Words;

/// What can be done in the producer's room by key or palette; what is about an asset only where
/// assets are listed.
final class ReviewKeys {
    private final ReviewViewModel review;
    private final Acts acts;
    private final Words words;

    /// What the room does itself: the foot of the evidence that is shown, signing, comparing,
    /// mapping, asking what a file is.
    record Acts(
            Supplier<VerdictView> verdict,
            Runnable sign,
            Runnable compare,
            Runnable map,
            Runnable inspect) {}

    ReviewKeys(ReviewViewModel review, Acts acts, Words words) {
        this.review = review;
        this.acts = acts;
        this.words = words;
    }

    List<Command> all() {
        List<Command> commands =
                new ArrayList<>(
                        List.of(
                                Command.of("undo", words, review.tray()::undo),
                                Command.of("sign", words, acts.sign()),
                                Command.of("inbox", words, () -> review.enter(ReviewPage.INBOX)),
                                Command.of("assets", words, () -> review.enter(ReviewPage.ASSETS)),
                                Command.of(
                                        "use-cases",
                                        words,
                                        () -> review.enter(ReviewPage.USE_CASES)),
                                Command.of("proof", words, () -> review.enter(ReviewPage.PROOF)),
                                Command.of("inspect", words, acts.inspect())));
        if (review.page().get().isOfAssets()) {
            commands.addAll(ofAssets());
        }
        return commands;
    }

    private List<Command> ofAssets() {
        return List.of(
                Command.of("next", words, () -> review.cards().step(1)),
                Command.of("previous", words, () -> review.cards().step(-1)),
                Command.of("approve", words, () -> decide(ReviewState.APPROVED)),
                Command.of("changes", words, () -> decide(ReviewState.CHANGES_REQUESTED)),
                Command.of("reject", words, () -> decide(ReviewState.REJECTED)),
                Command.of("note", words, () -> acts.verdict().get().write()),
                Command.of("compare", words, acts.compare()),
                Command.of("map", words, acts.map()),
                Command.of("shape", words, () -> review.isTable().set(!review.isTable().get())),
                Command.of("one", words, () -> review.isOneByOne().set(review.cards().size() > 0)));
    }

    private void decide(ReviewState decision) {
        acts.verdict().get().decide(decision);
    }
}
