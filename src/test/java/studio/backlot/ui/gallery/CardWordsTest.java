package studio.backlot.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.backlot.clearance.ReviewState;
import studio.backlot.ui.widget.Mark;

class CardWordsTest {
    private final CardWords words = new CardWords(Locale.ENGLISH);

    @Test
    void aCardSaysWhereItBelongsWhichVersionForWhatAndByWhom() {
        var card = Cards.card(1, ReviewState.IN_REVIEW, 0);
        assertThat(words.title(card)).isEqualTo("LH 020 030 \u00b7 sky");
        assertThat(words.line(card)).isEqualTo("v003 \u00b7 final \u00b7 Ada");
        assertThat(words.standing(card)).isEqualTo("none open");
    }

    @Test
    void openQuestionsAreSaidBeforeTheStanding() {
        var card = Cards.card(1, ReviewState.APPROVED, 2);
        assertThat(words.standing(card)).isEqualTo("2 open");
        assertThat(words.tone(card)).isEqualTo("open");
        assertThat(words.mark(card)).isEqualTo(Mark.APPROVED);
        assertThat(words.spoken(card)).contains("approved", "2 questions open");
    }

    @Test
    void aDraftWithoutASlotSaysSo() {
        var card = Cards.draft(1);
        assertThat(words.title(card)).isEqualTo("No slot yet");
        assertThat(words.line(card)).isEqualTo("Ada");
    }

    @Test
    void itSpeaksSpanish() {
        var spanish = new CardWords(Locale.forLanguageTag("es"));
        assertThat(spanish.standing(Cards.card(1, ReviewState.REJECTED, 0))).isEqualTo("rechazada");
    }
}
