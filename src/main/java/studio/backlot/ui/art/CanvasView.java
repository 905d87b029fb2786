package studio.backlot.ui.art;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import studio.backlot.raster.Plate;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.widget.ZoomPane;

/// The canvas: the chosen plate in its frame, with safe areas, as large as there is room or as
/// close as one likes.
final class CanvasView extends StackPane {
    private static final double ACTION_SAFE = 0.9;
    private static final double TITLE_SAFE = 0.8;

    /// The surrounds that a person steps through, as style classes.
    private static final List<String> SURROUNDS =
            List.of("surround-dark", "surround-middle", "surround-light");

    private final ZoomPane zoom = new ZoomPane();
    private final BooleanProperty values = new SimpleBooleanProperty();
    private final BooleanProperty guides = new SimpleBooleanProperty(true);
    private final ObjectProperty<Integer> surround = new SimpleObjectProperty<>(0);

    CanvasView(ArtViewModel art) {
        setId("canvas");
        getStyleClass().addAll("canvas", SURROUNDS.getFirst());
        getChildren().add(zoom);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("empty"), true);
        art.picture().addListener((property, before, now) -> now.ifPresent(this::show));
        art.chosen()
                .addListener(
                        (property, before, now) -> now.ifPresentOrElse(take -> {}, this::clear));
        surround.addListener((property, before, now) -> paint(now));
        values.addListener((property, before, now) -> grey(now));
    }

    ZoomPane zoom() {
        return zoom;
    }

    /// Whether only lightness is shown.
    BooleanProperty values() {
        return values;
    }

    /// Whether frame and safe areas are drawn.
    BooleanProperty guides() {
        return guides;
    }

    /// Steps to the next surround: dark, middle, light.
    void nextSurround() {
        surround.set((surround.get() + 1) % SURROUNDS.size());
    }

    private void paint(int number) {
        getStyleClass().removeAll(SURROUNDS);
        getStyleClass().add(SURROUNDS.get(number));
    }

    private void grey(boolean isGrey) {
        var effect = new ColorAdjust();
        effect.setSaturation(-1);
        zoom.setEffect(isGrey ? effect : null);
    }

    private void show(Plate plate) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("empty"), false);
        var picture = new ImageView(Pictures.of(plate));
        picture.setSmooth(true);
        zoom.show(
                plate.width(),
                plate.height(),
                picture,
                guide(plate, 1),
                guide(plate, ACTION_SAFE),
                guide(plate, TITLE_SAFE));
    }

    private void clear() {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("empty"), true);
        zoom.show(1, 1);
    }

    /// A line of one window pixel whatever the zoom.
    private Node guide(Plate plate, double part) {
        double width = plate.width() * part;
        double height = plate.height() * part;
        var line =
                new Rectangle(
                        (plate.width() - width) / 2, (plate.height() - height) / 2, width, height);
        line.getStyleClass().add("guide");
        line.strokeWidthProperty().bind(Bindings.divide(1, zoom.zoom()));
        line.visibleProperty().bind(guides);
        return line;
    }
}
