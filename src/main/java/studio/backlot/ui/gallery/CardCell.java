package studio.backlot.ui.gallery;

import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import studio.backlot.workflow.AssetCard;

/// One fact of a card in the table; empty until the card is read.
final class CardCell extends TableCell<Integer, Integer> {
    private final PagedCards cards;
    private final Function<AssetCard, String> words;

    CardCell(PagedCards cards, Function<AssetCard, String> words) {
        this.cards = cards;
        this.words = words;
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
        super.updateItem(number, empty);
        say(empty || number == null ? "" : text(number));
    }

    /// Shows again what it shows, since other cards than before may be there.
    void renew() {
        if (!isEmpty() && getItem() != null) {
            say(text(getItem()));
        }
    }

    private String text(int number) {
        return cards.get(number).map(words).orElse("");
    }

    private void say(String text) {
        if (!Objects.equals(getText(), text)) {
            setText(text);
        }
    }
}
