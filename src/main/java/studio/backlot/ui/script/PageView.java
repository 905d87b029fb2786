package studio.backlot.ui.script;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.backlot.scene.ScriptLine;
import studio.backlot.ui.widget.Words;

/// The page: words in typewriter type on paper, as wide as a sheet at the chosen zoom or as the
/// room allows, and beside the line at work what it is.
final class PageView extends StackPane {
    /// The zooms there are, in hundredths; the style sheet has the type of each.
    static final List<Integer> ZOOMS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private static final double SHEET = 816;
    private static final double AROUND = 24;
    private static final double HUNDRED = 100;
    private static final double MARGIN = 16;

    private final Words words;
    private final TextArea page = new TextArea();
    private final Label element = new Label();
    private final IntegerProperty zoom = new SimpleIntegerProperty((int) HUNDRED);
    private final Runnable placing = this::place;
    private Optional<Scene> scene = Optional.empty();
    private int shown;

    PageView(ScriptViewModel script, Words words) {
        this.words = words;
        page.setId("page");
        page.getStyleClass().addAll("bare", "script-page");
        page.setWrapText(true);
        page.setAccessibleText(words.get("page"));
        page.textProperty().bindBidirectional(script.text());
        page.scrollTopProperty().bindBidirectional(script.scroll());
        page.caretPositionProperty()
                .addListener((property, before, now) -> script.caret().set(now.intValue()));
        script.caret().addListener((property, before, now) -> follow(now.intValue()));
        new PageKeys(page).listen();
        element.setId("page-element");
        element.getStyleClass().add("page-element");
        element.setManaged(false);
        element.setMouseTransparent(true);
        getChildren().addAll(page, element);
        getStyleClass().addAll("surface-0");
        setPadding(new Insets(AROUND));
        setMinSize(0, 0);
        widthProperty().addListener((property, before, now) -> size());
        zoom.addListener((property, before, now) -> size());
        page.caretPositionProperty().addListener((property, before, now) -> name());
        sceneProperty().subscribe(this::enter);
        script.layout().addListener((property, before, now) -> name());
        size();
    }

    /// The control that is typed into.
    TextArea page() {
        return page;
    }

    /// The wished zoom in hundredths; where the room is less, the page is smaller.
    IntegerProperty zoom() {
        return zoom;
    }

    /// The next larger or, with -1, smaller zoom.
    void zoomBy(int steps) {
        int now = ZOOMS.indexOf(zoom.get());
        zoom.set(ZOOMS.get(Math.clamp(now + steps, 0, ZOOMS.size() - 1)));
    }

    /// Puts the writer at a place of the words.
    void go(int offset) {
        page.requestFocus();
        page.positionCaret(Math.min(offset, page.getLength()));
    }

    private void follow(int caret) {
        if (page.getCaretPosition() != caret) {
            page.positionCaret(caret);
        }
    }

    private void size() {
        int fits =
                ZOOMS.stream()
                        .filter(one -> one <= zoom.get())
                        .filter(one -> width(one) <= getWidth() - 2 * AROUND)
                        .reduce((smaller, larger) -> larger)
                        .orElse(ZOOMS.getFirst());
        page.setMaxWidth(width(fits));
        if (fits != shown) {
            page.getStyleClass().removeAll("zoom-" + shown);
            page.getStyleClass().add("zoom-" + fits);
            shown = fits;
        }
    }

    private static double width(int zoom) {
        return SHEET * zoom / HUNDRED;
    }

    private void name() {
        boolean isNothing = page.getText().isEmpty();
        element.setVisible(!isNothing);
        element.setText(
                isNothing
                        ? ""
                        : words.get(
                                "element."
                                        + ScriptLine.at(page.getText(), page.getCaretPosition())
                                                .meant()
                                                .wireName()));
    }

    /// Beside the line at work, wherever the layout has just put it.
    private void place() {
        caret().ifPresent(caret -> {
            element.autosize();
            element.relocate(
                    page.getLayoutX() + MARGIN,
                    page.getLayoutY()
                            + caret.getMinY()
                            + (caret.getHeight() - element.getHeight()) / 2);
            boolean isInSight = caret.getMinY() >= 0 && caret.getMaxY() <= page.getHeight();
            element.setOpacity(isInSight ? 1 : 0);
        });
    }

    private void enter(@Nullable Scene now) {
        scene.ifPresent(one -> one.removePostLayoutPulseListener(placing));
        scene = Optional.ofNullable(now);
        scene.ifPresent(one -> one.addPostLayoutPulseListener(placing));
    }

    private Optional<Bounds> caret() {
        return page.getSkin() instanceof TextAreaSkin skin
                ? Optional.of(skin.getCaretBounds())
                : Optional.empty();
    }
}
