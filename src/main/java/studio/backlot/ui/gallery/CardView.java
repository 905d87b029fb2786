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
import studio.backlot.ui.widget.Mark;
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
    private Optional<AssetCard> shown = Optional.empty();
    private Optional<Mark> marked = Optional.empty();
    private String tone = "";

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

    /// Shows a card, or the place of one that is not read yet. What stays the same is not touched:
    /// a list that is scrolled asks this of each card in sight at each pulse.
    void show(Optional<AssetCard> card, boolean isChosen) {
        pseudoClassStateChanged(CHOSEN, isChosen);
        if (!card.equals(shown)) {
            Optional<ContentHash> before = shown.map(AssetCard::asset);
            shown = card;
            card.ifPresentOrElse(this::fill, this::clear);
            if (!card.map(AssetCard::asset).equals(before)) {
                picture.show(Optional.empty());
                card.map(AssetCard::asset).ifPresent(this::ask);
            }
        }
    }

    private void clear() {
        for (Label label : new Label[] {grey, title, line, standing}) {
            label.setText("");
        }
        setAccessibleText("");
        mark(Optional.empty());
    }

    private void fill(AssetCard card) {
        title.setText(words.title(card));
        grey.setText(words.title(card));
        line.setText(words.line(card));
        standing.setText(words.standing(card));
        setAccessibleText(words.spoken(card));
        mark(Optional.of(words.mark(card)));
        String wanted = words.tone(card);
        if (!wanted.equals(tone)) {
            tone = wanted;
            standing.getStyleClass().setAll("label", "caption", "text-" + tone);
        }
    }

    private void mark(Optional<Mark> wanted) {
        if (!wanted.equals(marked)) {
            marked = wanted;
            mark.getChildren().setAll(wanted.map(MarkIcon::new).stream().toList());
        }
    }

    private void ask(ContentHash asset) {
        images.show(
                asset,
                image -> {
                    if (shown.map(AssetCard::asset).equals(Optional.of(asset))) {
                        picture.show(image);
                        grey.setText(image.isPresent() ? grey.getText() : words.missing());
                    }
                });
    }
}
