package studio.backlot.ui.art;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;

/// The lines over the picture on the canvas, each of one window pixel whatever the zoom: the frame
/// and its safe areas, thirds, centre and diagonals; and the picture's name under its corner.
final class CanvasGuides {
    private static final double ACTION_SAFE = 0.9;
    private static final double TITLE_SAFE = 0.8;
    private static final double BELOW = 4;

    private final ReadOnlyDoubleProperty zoom;
    private final BooleanProperty isOn = new SimpleBooleanProperty(true);
    private final BooleanProperty safe = new SimpleBooleanProperty(true);
    private final BooleanProperty thirds = new SimpleBooleanProperty();
    private final BooleanProperty centre = new SimpleBooleanProperty();
    private final BooleanProperty diagonals = new SimpleBooleanProperty();

    CanvasGuides(ReadOnlyDoubleProperty zoom) {
        this.zoom = zoom;
    }

    /// Whether any lines are drawn.
    BooleanProperty isOn() {
        return isOn;
    }

    /// The frame with its action safe and title safe areas.
    BooleanProperty safe() {
        return safe;
    }

    BooleanProperty thirds() {
        return thirds;
    }

    BooleanProperty centre() {
        return centre;
    }

    BooleanProperty diagonals() {
        return diagonals;
    }

    /// All lines over a picture, in its pixels.
    List<Node> over(Shown shown) {
        var frame = shown.frame();
        double left = frame.x();
        double top = frame.y();
        double right = frame.right();
        double bottom = frame.bottom();
        List<Node> lines = new ArrayList<>();
        lines.add(rectangle(shown, 1));
        lines.add(rectangle(shown, ACTION_SAFE));
        lines.add(rectangle(shown, TITLE_SAFE));
        for (int third = 1; third <= 2; third++) {
            double x = left + frame.width() * third / 3.0;
            double y = top + frame.height() * third / 3.0;
            lines.add(line(thirds, x, top, x, bottom));
            lines.add(line(thirds, left, y, right, y));
        }
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        lines.add(line(centre, middleX, top, middleX, bottom));
        lines.add(line(centre, left, middleY, right, middleY));
        lines.add(line(diagonals, left, top, right, bottom));
        lines.add(line(diagonals, left, bottom, right, top));
        lines.add(name(shown));
        return lines;
    }

    private Node rectangle(Shown shown, double part) {
        var frame = shown.frame();
        double width = frame.width() * part;
        double height = frame.height() * part;
        return drawn(
                new Rectangle(
                        frame.x() + (frame.width() - width) / 2,
                        frame.y() + (frame.height() - height) / 2,
                        width,
                        height),
                safe);
    }

    private Node line(BooleanProperty kind, double x1, double y1, double x2, double y2) {
        return drawn(new Line(x1, y1, x2, y2), kind);
    }

    private Node drawn(Shape line, BooleanProperty kind) {
        line.getStyleClass().add("guide");
        line.strokeWidthProperty().bind(Bindings.divide(1, zoom));
        line.visibleProperty().bind(isOn.and(kind));
        return line;
    }

    private Node name(Shown shown) {
        var name = new Label(shown.name());
        name.setId("canvas-name");
        name.getStyleClass().addAll("caption", "canvas-name");
        var scale = new Scale(1, 1, 0, 0);
        scale.xProperty().bind(Bindings.divide(1, zoom));
        scale.yProperty().bind(Bindings.divide(1, zoom));
        name.getTransforms().add(scale);
        name.layoutYProperty()
                .bind(Bindings.add(shown.plate().height(), Bindings.divide(BELOW, zoom)));
        return name;
    }
}
