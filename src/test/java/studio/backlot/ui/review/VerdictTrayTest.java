package studio.backlot.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.backlot.clearance.ReviewState;
import studio.backlot.ui.gallery.Cards;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;

class VerdictTrayTest {
    private final List<Message> said = new ArrayList<>();
    private final VerdictTray tray = new VerdictTray(said::add, Words.of("review", Locale.ENGLISH));
    private final AssetCard one = Cards.card(1, ReviewState.IN_REVIEW, 0);
    private final AssetCard other = Cards.card(2, ReviewState.IN_REVIEW, 0);

    @Test
    void aSecondVerdictAboutTheSameThingReplacesTheFirst() {
        tray.gather(one, ReviewState.APPROVED, "good");
        tray.gather(other, ReviewState.APPROVED, "good");
        tray.gather(one, ReviewState.REJECTED, "too dark");
        assertThat(tray.gathered())
                .extracting(Gathered::decision)
                .containsExactly(ReviewState.APPROVED, ReviewState.REJECTED);
        assertThat(tray.about(one).orElseThrow().reason()).isEqualTo("too dark");
    }

    @Test
    void undoTakesTheLastBackAndSaysWhich() {
        tray.gather(one, ReviewState.APPROVED, "good");
        tray.gather(other, ReviewState.APPROVED, "good");
        tray.undo();
        assertThat(tray.gathered()).extracting(Gathered::card).containsExactly(one);
        assertThat(said.getLast().text()).isEqualTo("Taken back: LH/020/030/sky");
        tray.undo();
        tray.undo();
        assertThat(tray.gathered()).isEmpty();
    }

    @Test
    void aDraftIsNotDecidedAbout() {
        assertThat(VerdictTray.canDecide(Cards.draft(3))).isFalse();
        assertThat(VerdictTray.canDecide(one)).isTrue();
    }

    @Test
    void withoutAnOpenShowNothingIsSigned() {
        tray.gather(one, ReviewState.APPROVED, "good");
        tray.sign("", () -> said.add(Message.of("signed")), failure -> {});
        assertThat(said).isEmpty();
        assertThat(tray.gathered()).hasSize(1);
    }
}
