package studio.backlot.ui.widget;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;

/// A picture that covers its place whole: what stands out at two sides is cut off evenly.
public final class CoverPane extends Pane {
    private final ImageView view = new ImageView();

    public CoverPane() {
        view.setSmooth(true);
        view.setManaged(false);
        getChildren().add(view);
        getStyleClass().add("cover");
    }

    /// Shows a picture, or none.
    public void show(Optional<Image> image) {
        view.setImage(image.orElse(null));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Image image = view.getImage();
        if (image == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double width = getWidth() / scale;
        double height = getHeight() / scale;
        view.setViewport(
                new Rectangle2D(
                        (image.getWidth() - width) / 2,
                        (image.getHeight() - height) / 2,
                        width,
                        height));
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        view.relocate(0, 0);
    }
}
