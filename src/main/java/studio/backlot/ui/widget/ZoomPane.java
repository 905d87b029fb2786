package studio.backlot.ui.widget;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;

/// Looks at one large thing: zoom by the wheel around the pointer, pan by dragging, fit to the room
/// there is, mirrored or not.
///
/// The content lies in its own pixels from (0, 0); `zoom` is how many window pixels one of those
/// takes. While it fits, it keeps fitting when the window changes.
public final class ZoomPane extends Pane {
    private static final double STEP = 1.0015;
    private static final double LEAST = 0.02;
    private static final double MOST = 32;

    private final Group content = new Group();
    private final Affine affine = new Affine();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final BooleanProperty mirrored = new SimpleBooleanProperty();
    private final DoubleProperty freeBelow = new SimpleDoubleProperty();
    private double contentWidth = 1;
    private double contentHeight = 1;
    private boolean isFitting = true;
    private Point2D centre = Point2D.ZERO;
    private Point2D grabbed = Point2D.ZERO;

    public ZoomPane() {
        content.getTransforms().add(affine);
        content.setManaged(false);
        getChildren().add(content);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> grabbed = new Point2D(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        mirrored.addListener((property, before, now) -> place());
        freeBelow.addListener((property, before, now) -> requestLayout());
    }

    /// Shows these nodes, over a ground of that many pixels.
    public void show(double width, double height, Node... nodes) {
        boolean isOther = width != contentWidth || height != contentHeight;
        contentWidth = width;
        contentHeight = height;
        content.getChildren().setAll(nodes);
        if (isOther) {
            fit();
        }
    }

    /// Window pixels per pixel of the content.
    public ReadOnlyDoubleProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    /// Whether left and right are exchanged for looking.
    public BooleanProperty mirrored() {
        return mirrored;
    }

    /// How many window pixels at the foot fitting leaves free.
    public DoubleProperty freeBelow() {
        return freeBelow;
    }

    /// Makes all of the content seen, and keeps it so.
    public void fit() {
        isFitting = true;
        centre = new Point2D(contentWidth / 2, contentHeight / 2);
        requestLayout();
        scaleToFit();
        place();
    }

    private void scaleToFit() {
        zoom.set(
                Math.clamp(
                        Math.min(getWidth() / contentWidth, usableHeight() / contentHeight),
                        LEAST,
                        MOST));
    }

    /// One window pixel for one of the content.
    public void actualSize() {
        isFitting = false;
        zoom.set(1);
        place();
    }

    /// Zooms by a factor around the middle.
    public void zoomBy(double factor) {
        zoomAround(getWidth() / 2, usableHeight() / 2, factor);
    }

    private double usableHeight() {
        return Math.max(1, getHeight() - freeBelow.get());
    }

    private void scroll(ScrollEvent event) {
        zoomAround(event.getX(), event.getY(), Math.pow(STEP, event.getDeltaY()));
        event.consume();
    }

    private void zoomAround(double x, double y, double factor) {
        double before = zoom.get();
        double now = Math.clamp(before * factor, LEAST, MOST);
        isFitting = false;
        double side = mirrored.get() ? -1 : 1;
        double dx = side * (x - getWidth() / 2);
        double dy = y - usableHeight() / 2;
        centre = centre.add(dx / before - dx / now, dy / before - dy / now);
        zoom.set(now);
        place();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE) {
            isFitting = false;
            double side = mirrored.get() ? -1 : 1;
            centre =
                    centre.subtract(
                            side * (event.getX() - grabbed.getX()) / zoom.get(),
                            (event.getY() - grabbed.getY()) / zoom.get());
            grabbed = new Point2D(event.getX(), event.getY());
            place();
        }
    }

    @Override
    protected void layoutChildren() {
        if (isFitting) {
            scaleToFit();
        }
        place();
    }

    private void place() {
        double side = mirrored.get() ? -1 : 1;
        double scale = zoom.get();
        affine.setToTransform(
                side * scale,
                0,
                Math.rint(getWidth() / 2 - side * scale * centre.getX()),
                0,
                scale,
                Math.rint(usableHeight() / 2 - scale * centre.getY()));
    }
}
