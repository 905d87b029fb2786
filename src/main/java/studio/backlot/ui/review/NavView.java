package studio.backlot.ui.review;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.BrowseAssets;

/// The navigation at the left: the pages that there are, and what waits by episode.
final class NavView extends VBox {
    private static final double WIDTH = 200;
    private static final double NARROW = 156;
    private static final double EDGES = 36;

    private final ReviewViewModel review;
    private final Words words;
    private final VBox parts = new VBox();

    NavView(ReviewViewModel review, Words words) {
        this.review = review;
        this.words = words;
        setId("review-nav");
        getStyleClass().addAll("surface-1", "line-right", "review-nav");
        narrow(false);
        getChildren()
                .addAll(
                        page(ReviewPage.INBOX, count(Inbox::waiting)),
                        parts,
                        page(ReviewPage.ASSETS, count(Inbox::assets)),
                        page(ReviewPage.USE_CASES, Bindings.concat()),
                        page(ReviewPage.PROOF, Bindings.concat()));
        review.inbox().addListener((property, before, now) -> fill(now));
        review.part().addListener((property, before, now) -> fill(review.inbox().get()));
    }

    /// Makes room in a small window, or takes it back.
    void narrow(boolean isNarrow) {
        double width = isNarrow ? NARROW : WIDTH;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
    }

    private StringExpression count(java.util.function.ToLongFunction<Inbox> of) {
        return Bindings.createStringBinding(
                () -> words.number(of.applyAsLong(review.inbox().get())), review.inbox());
    }

    private ToggleButton page(ReviewPage page, StringExpression count) {
        ToggleButton item =
                item("nav-" + page.wireName(), words.get("nav." + page.wireName()), count);
        item.setOnAction(event -> review.enter(page));
        Runnable follow =
                () ->
                        item.setSelected(
                                review.page().get() == page && review.part().get().isEmpty());
        review.page().addListener((property, before, now) -> follow.run());
        review.part().addListener((property, before, now) -> follow.run());
        item.selectedProperty().addListener((property, before, now) -> follow.run());
        follow.run();
        return item;
    }

    private ToggleButton item(String id, String text, StringExpression count) {
        var name = new Label(text);
        var number = new Label();
        number.getStyleClass().addAll("mono", "quiet");
        number.textProperty().bind(count);
        var row = new HBox(8, name, Gaps.across(), number);
        row.prefWidthProperty().bind(maxWidthProperty().subtract(EDGES));
        name.setMinWidth(0);
        row.setAlignment(Pos.CENTER_LEFT);
        var item = new ToggleButton();
        item.setGraphic(row);
        item.setId(id);
        item.setMaxWidth(Double.MAX_VALUE);
        item.getStyleClass().add("nav-item");
        item.accessibleTextProperty().bind(Bindings.concat(text, " ", count));
        return item;
    }

    private void fill(Inbox inbox) {
        parts.getChildren().setAll(inbox.parts().stream().map(this::part).toList());
    }

    private ToggleButton part(BrowseAssets.Waiting part) {
        String name = part.node().isPresent() ? part.name() : words.get("nav.noSlot");
        ToggleButton item =
                item("nav-part-" + name, name, Bindings.concat(words.number(part.assets())));
        item.getStyleClass().add("nav-part");
        item.setSelected(
                review.part().get().flatMap(BrowseAssets.Waiting::node).equals(part.node())
                        && review.part().get().isPresent());
        item.setOnAction(event -> review.enter(part));
        return item;
    }
}
