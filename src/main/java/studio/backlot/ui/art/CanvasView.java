package studio.backlot.ui.art;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.widget.ComparePane;
import studio.backlot.ui.widget.ZoomPane;

/// The canvas: the chosen plate in its frame, as large as there is room or as close as one likes;
/// or several takes compared.
final class CanvasView extends StackPane {
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    /// A preview has a pixel for each place of the latents; the picture has eight.
    private static final int OF_LATENT = 8;

    /// The surrounds that a person steps through, as style classes.
    private static final List<String> SURROUNDS =
            List.of("surround-dark", "surround-middle", "surround-light");

    private final ArtViewModel art;
    private final ZoomPane zoom = new ZoomPane();
    private final ComparePane compare = new ComparePane();
    private final CanvasGuides guides = new CanvasGuides(zoom.zoom());
    private final BooleanProperty values = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> surround = new SimpleObjectProperty<>(0);

    CanvasView(ArtViewModel art) {
        this.art = art;
        setId("canvas");
        getStyleClass().addAll("canvas", SURROUNDS.getFirst());
        setFocusTraversable(true);
        setAccessibleText(art.room().words().get("canvas.hint"));
        zoom.setCursor(Cursor.OPEN_HAND);
        compare.setId("compare");
        compare.setAccessibleText(art.room().words().get("compare.hint"));
        compare.freeBelow().bind(zoom.freeBelow());
        compare.sideBySide().bind(art.compare().sideBySide());
        getChildren().addAll(zoom, compare);
        pseudoClassStateChanged(EMPTY, true);
        setOnMousePressed(event -> requestFocus());
        art.picture().addListener((property, before, now) -> look());
        art.compare().before().addListener((property, before, now) -> look());
        art.compare().compared().addListener((property, before, now) -> compare(now));
        surround.addListener((property, before, now) -> paint(now));
        values.addListener((property, before, now) -> grey(now));
        compare(List.of());
    }

    ZoomPane zoom() {
        return zoom;
    }

    ComparePane comparison() {
        return compare;
    }

    /// Whether only lightness is shown.
    BooleanProperty values() {
        return values;
    }

    /// The lines over the picture.
    CanvasGuides guides() {
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
        compare.setEffect(isGrey ? effect : null);
    }

    private void compare(List<Shown> pictures) {
        compare.setVisible(!pictures.isEmpty());
        zoom.setVisible(pictures.isEmpty());
        compare.show(
                pictures.stream()
                        .map(one -> new ComparePane.Picture(one.name(), Pictures.of(one.plate())))
                        .toList());
    }

    private void look() {
        Optional<Shown> shown = art.compare().before().get().or(() -> art.picture().get());
        pseudoClassStateChanged(EMPTY, shown.isEmpty());
        shown.ifPresentOrElse(this::show, () -> zoom.show(1, 1));
    }

    private void show(Shown shown) {
        int scale = shown.isPreview() ? OF_LATENT : 1;
        double width = shown.plate().width() * scale;
        double height = shown.plate().height() * scale;
        var picture = new ImageView(Pictures.of(shown.plate()));
        picture.setSmooth(true);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        List<Node> nodes = new ArrayList<>();
        nodes.add(picture);
        nodes.addAll(shown.isPreview() ? List.of() : guides.over(shown));
        zoom.show(width, height, nodes.toArray(Node[]::new));
    }
}
