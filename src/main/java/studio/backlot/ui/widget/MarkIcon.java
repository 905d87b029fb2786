package studio.backlot.ui.widget;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// A [Mark] as a shape of 16 pixels in its colour; style classes `mark` and `tone-…`.
public final class MarkIcon extends StackPane {
    private static final double SIZE = 16;

    public MarkIcon(Mark mark) {
        var path = new SVGPath();
        path.setFillRule(FillRule.EVEN_ODD);
        path.setContent(mark.outline());
        path.getStyleClass().add("mark-shape");
        getStyleClass().addAll("mark", "tone-" + mark.tone());
        getChildren().add(path);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
    }
}
