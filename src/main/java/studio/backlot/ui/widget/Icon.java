package studio.backlot.ui.widget;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// One outline icon of Material Design Icons, 18 pixels unless said otherwise, in the colour of the
/// text around it (style class `icon`).
public final class Icon extends StackPane {
    private static final double SQUARE = 24;
    private static final double SIZE = 18;

    /// The icon of that name, such as `chevron-down`.
    public Icon(String name) {
        this(name, SIZE);
    }

    /// The icon at a size in pixels.
    public Icon(String name, double size) {
        var path = new SVGPath();
        path.setContent(IconShapes.ALL.outline(name));
        path.getStyleClass().add("icon-shape");
        path.setScaleX(size / SQUARE);
        path.setScaleY(size / SQUARE);
        getStyleClass().add("icon");
        getChildren().add(path);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }
}
