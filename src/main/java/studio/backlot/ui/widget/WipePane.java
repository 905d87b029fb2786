package studio.backlot.ui.widget;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A picture as large as fits, and over its left part another one up to a line that can be dragged
/// or moved with the arrow keys: before and after in one place.
public final class WipePane extends Pane {
    private static final double STEP = 0.05;
    private static final double EDGE = 12;

    private final ImageView now = new ImageView();
    private final ImageView before = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final Region line = new Region();
    private final Label nowName = new Label();
    private final Label beforeName = new Label();
    private final DoubleProperty place = new SimpleDoubleProperty(0.5);

    public WipePane() {
        getStyleClass().add("wipe");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        before.setClip(clip);
        line.getStyleClass().add("wipe-line");
        line.setMouseTransparent(true);
        nowName.getStyleClass().add("wipe-name");
        beforeName.getStyleClass().add("wipe-name");
        getChildren().addAll(now, before, line, nowName, beforeName);
        place.addListener((property, was, is) -> requestLayout());
        setOnMouseDragged(event -> wipeTo(event.getX()));
        setOnMousePressed(event -> wipeTo(event.getX()));
        setOnKeyPressed(this::steer);
        compare(Optional.empty(), "", "");
    }

    /// Where the line stands, from 0 at the left to 1.
    public DoubleProperty place() {
        return place;
    }

    /// Shows a picture, or none.
    public void show(Optional<Image> image) {
        now.setImage(image.orElse(null));
        requestLayout();
    }

    /// Lays another picture over the left part, or none.
    public void compare(Optional<Image> other, String nameBefore, String nameNow) {
        before.setImage(other.orElse(null));
        beforeName.setText(nameBefore);
        nowName.setText(nameNow);
        for (Node part : new Node[] {before, line, beforeName, nowName}) {
            part.setVisible(other.isPresent());
        }
        setCursor(other.isPresent() ? Cursor.H_RESIZE : Cursor.DEFAULT);
        requestLayout();
    }

    /// Whether two pictures are compared.
    public boolean isComparing() {
        return before.isVisible();
    }

    private void wipeTo(double x) {
        if (isComparing() && now.getFitWidth() > 0) {
            place.set(Math.clamp((x - now.getLayoutX()) / now.getFitWidth(), 0, 1));
        }
    }

    private void steer(KeyEvent event) {
        double by =
                switch (event.getCode()) {
                    case LEFT -> -STEP;
                    case RIGHT -> STEP;
                    default -> 0;
                };
        if (by != 0 && isComparing()) {
            place.set(Math.clamp(place.get() + by, 0, 1));
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        Image image = now.getImage();
        if (image == null) {
            return;
        }
        double scale = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double width = Math.max(1, Math.floor(image.getWidth() * scale));
        double height = Math.max(1, Math.floor(image.getHeight() * scale));
        double left = Math.floor((getWidth() - width) / 2);
        double top = Math.floor((getHeight() - height) / 2);
        for (ImageView view : new ImageView[] {now, before}) {
            view.setFitWidth(width);
            view.setFitHeight(height);
            view.relocate(left, top);
        }
        double split = Math.round(width * place.get());
        clip.setWidth(split);
        clip.setHeight(height);
        line.resizeRelocate(left + split, top, 1, height);
        nowName.autosize();
        beforeName.autosize();
        double foot = top + height - nowName.getHeight() - EDGE;
        beforeName.relocate(left + EDGE, foot);
        nowName.relocate(left + width - nowName.getWidth() - EDGE, foot);
    }
}
