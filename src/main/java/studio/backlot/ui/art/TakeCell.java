package studio.backlot.ui.art;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.gallery.CardImages;

/// One take in the strip.
final class TakeCell extends ListCell<Take> {
    private static final double WIDTH = 128;
    private static final double HEIGHT = 76;

    private final ArtViewModel art;
    private final TakeFace face;

    TakeCell(ArtViewModel art, CardImages images) {
        this.art = art;
        face = new TakeFace(art, images, WIDTH, HEIGHT);
        getStyleClass().add("take");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        art.compare()
                .picked()
                .addListener((ListChangeListener<ContentHash>) change -> face.picked());
    }

    @Override
    protected void updateItem(Take take, boolean empty) {
        super.updateItem(take, empty);
        if (empty || take == null) {
            setGraphic(null);
            return;
        }
        setAccessibleText(art.room().words().get("take.hint", face.show(take)));
        setGraphic(face);
    }
}
