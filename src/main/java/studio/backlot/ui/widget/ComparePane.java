package studio.backlot.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Two to four pictures compared: in one place, parted by upright lines that can be dragged, or
/// side by side.
public final class ComparePane extends Pane {
    private static final double EDGE = 12;
    private static final double GAP = 8;

    private final List<Part> parts = new ArrayList<>();
    private final BooleanProperty sideBySide = new SimpleBooleanProperty();
    private final DoubleProperty freeBelow = new SimpleDoubleProperty();
    private int moved;

    /// A picture and what it is called.
    public record Picture(String name, Image image) {}

    /// One picture in its place; `end` is where the line at its right stands, from 0 to 1.
    private static final class Part {
        private final ImageView view;
        private final Label name;
        private final Region line = new Region();
        private final Rectangle clip = new Rectangle();
        private double end;

        Part(Picture picture, double end) {
            this.end = end;
            view = new ImageView(picture.image());
            name = new Label(picture.name());
            name.getStyleClass().add("wipe-name");
            line.getStyleClass().add("wipe-line");
            line.setMouseTransparent(true);
        }
    }

    public ComparePane() {
        getStyleClass().add("wipe");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        sideBySide.addListener((property, was, is) -> requestLayout());
        freeBelow.addListener((property, was, is) -> requestLayout());
        setOnMousePressed(this::grab);
        setOnMouseDragged(this::drag);
    }

    /// Whether the pictures lie beside each other instead of in one place.
    public BooleanProperty sideBySide() {
        return sideBySide;
    }

    /// How many window pixels at the foot are left free.
    public DoubleProperty freeBelow() {
        return freeBelow;
    }

    /// Shows these pictures, the first at the left.
    public void show(List<Picture> pictures) {
        parts.clear();
        for (Picture picture : pictures) {
            parts.add(new Part(picture, (parts.size() + 1.0) / pictures.size()));
        }
        moved = 0;
        getChildren().clear();
        parts.forEach(part -> getChildren().add(part.view));
        parts.forEach(part -> getChildren().addAll(part.line, part.name));
        requestLayout();
    }

    /// Moves the line that was moved last by a part of the width, to the right where it is
    /// positive.
    public void move(double by) {
        if (parts.size() > 1) {
            put(moved, parts.get(moved).end + by);
        }
    }

    /// Where the line after a picture stands, from 0 at the left to 1.
    public double line(int number) {
        return parts.get(number).end;
    }

    private void grab(MouseEvent event) {
        requestFocus();
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < parts.size() - 1; i++) {
            double away = Math.abs(parts.get(i).line.getLayoutX() - event.getX());
            if (away < nearest) {
                nearest = away;
                moved = i;
            }
        }
        drag(event);
    }

    private void drag(MouseEvent event) {
        if (parts.size() > 1 && !sideBySide.get()) {
            Box box = box();
            put(moved, (event.getX() - box.left) / box.width);
        }
    }

    /// A line stays between its neighbours.
    private void put(int number, double place) {
        double least = number == 0 ? 0 : parts.get(number - 1).end;
        double most = number + 1 < parts.size() - 1 ? parts.get(number + 1).end : 1;
        parts.get(number).end = Math.clamp(place, least, most);
        requestLayout();
    }

    private record Box(double left, double top, double width, double height) {
        /// The largest place for a picture within this one.
        Box fit(Image image) {
            double scale = Math.min(width / image.getWidth(), height / image.getHeight());
            double wide = Math.max(1, Math.floor(image.getWidth() * scale));
            double high = Math.max(1, Math.floor(image.getHeight() * scale));
            return new Box(
                    Math.floor(left + (width - wide) / 2),
                    Math.floor(top + (height - high) / 2),
                    wide,
                    high);
        }
    }

    private Box whole() {
        return new Box(0, 0, getWidth(), Math.max(1, getHeight() - freeBelow.get()));
    }

    /// Where the pictures lie when they lie in one place.
    private Box box() {
        return whole().fit(parts.getFirst().view.getImage());
    }

    @Override
    protected void layoutChildren() {
        if (parts.isEmpty()) {
            return;
        }
        setCursor(sideBySide.get() ? Cursor.DEFAULT : Cursor.H_RESIZE);
        if (sideBySide.get()) {
            layBeside();
        } else {
            layOver();
        }
    }

    private void layOver() {
        Box box = box();
        double left = 0;
        for (Part part : parts) {
            double right = Math.round(box.width * part.end);
            Box place = box.fit(part.view.getImage());
            lay(part.view, place);
            part.clip.setX(box.left + left - place.left);
            part.clip.setY(0);
            part.clip.setWidth(Math.max(0, right - left));
            part.clip.setHeight(place.height);
            part.view.setClip(part.clip);
            part.line.setVisible(right < box.width);
            part.line.resizeRelocate(box.left + right, box.top, 1, box.height);
            name(part, new Box(box.left + left, box.top, right - left, box.height));
            left = right;
        }
    }

    private void layBeside() {
        int columns = columns();
        int rows = (parts.size() + columns - 1) / columns;
        Box whole = whole();
        double width = (whole.width - GAP * (columns - 1)) / columns;
        double height = (whole.height - GAP * (rows - 1)) / rows;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double left = (i % columns) * (width + GAP);
            double top = Math.floorDiv(i, columns) * (height + GAP);
            Box place = new Box(left, top, width, height).fit(part.view.getImage());
            part.view.setClip(null);
            part.line.setVisible(false);
            lay(part.view, place);
            name(part, place);
        }
    }

    /// As many columns as make the pictures largest.
    private int columns() {
        int best = 1;
        double largest = 0;
        Image image = parts.getFirst().view.getImage();
        for (int columns = 1; columns <= parts.size(); columns++) {
            int rows = (parts.size() + columns - 1) / columns;
            Box cell = new Box(0, 0, whole().width / columns, whole().height / rows);
            double width = cell.fit(image).width;
            if (width > largest) {
                largest = width;
                best = columns;
            }
        }
        return best;
    }

    private static void lay(ImageView view, Box place) {
        view.setFitWidth(place.width);
        view.setFitHeight(place.height);
        view.relocate(place.left, place.top);
    }

    private static void name(Part part, Box place) {
        part.name.autosize();
        part.name.setVisible(place.width > part.name.getWidth() + 2 * EDGE);
        part.name.relocate(
                place.left + EDGE, place.top + place.height - part.name.getHeight() - EDGE);
    }
}
