package studio.backlot.ui.gallery;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.widget.CoverPane;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.workflow.AssetCard;

/// One card of the sheet: the picture, where it belongs, and how it stands. Grey with the slot's
/// name until the picture is there.
final class CardView extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double RATIO = 0.5;

    private final CardImages images;
    private final CardWords words;
    private final CoverPane picture = new CoverPane();
    private final StackPane stack = new StackPane();
    private final Label grey = new Label();
    private final Label title = new Label();
    private final HBox mark = new HBox();
    private final Label line = new Label();
    private final Label standing = new Label();
    private Optional<ContentHash> shown = Optional.empty();

    CardView(CardImages images, CardWords words) {
        this.images = images;
        this.words = words;
        getStyleClass().add("gallery-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        grey.getStyleClass().addAll("caption");
        title.getStyleClass().add("strong");
        line.getStyleClass().add("caption");
        title.setMinWidth(0);
        line.setMinWidth(0);
        standing.setMinWidth(USE_PREF_SIZE);
        stack.getChildren().addAll(grey, picture);
        stack.getStyleClass().add("gallery-picture");
        var text =
                new VBox(
                        new HBox(8, title, Gaps.across(), mark),
                        new HBox(8, line, Gaps.across(), standing));
        text.getStyleClass().add("gallery-text");
        getChildren().addAll(stack, text);
    }

    /// The height of a card of that width.
    static double height(double width) {
        return Math.rint(width * RATIO) + 49;
    }

    /// Makes the card as wide as this.
    void widen(double width) {
        setMinWidth(width);
        setMaxWidth(width);
        stack.setMinHeight(Math.rint(width * RATIO));
        stack.setMaxHeight(Math.rint(width * RATIO));
    }

    /// Shows a card, or the place of one that is not read yet.
    void show(Optional<AssetCard> card, boolean isChosen) {
        pseudoClassStateChanged(CHOSEN, isChosen);
        card.ifPresentOrElse(this::fill, this::clear);
    }

    private void clear() {
        shown = Optional.empty();
        picture.show(Optional.empty());
        mark.getChildren().clear();
        for (Label label : new Label[] {grey, title, line, standing}) {
            label.setText("");
        }
        setAccessibleText("");
        setId(null);
    }

    private void fill(AssetCard card) {
        setId("card-" + card.asset().hex());
        title.setText(words.title(card));
        grey.setText(words.title(card));
        line.setText(words.line(card));
        standing.setText(words.standing(card));
        standing.getStyleClass().setAll("label", "caption", "text-" + words.tone(card));
        mark.getChildren().setAll(new MarkIcon(words.mark(card)));
        setAccessibleText(words.spoken(card));
        if (!shown.equals(Optional.of(card.asset()))) {
            shown = Optional.of(card.asset());
            picture.show(Optional.empty());
            images.show(
                    card.asset(),
                    image -> {
                        if (shown.equals(Optional.of(card.asset()))) {
                            picture.show(Optional.of(image));
                        }
                    });
        }
    }
}
