package studio.backlot.ui.art;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.job.JobState;
import studio.backlot.ui.gallery.CardImages;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.QueuedPlate;

/// One take in the strip: its small picture with number and star, or how far a run is.
final class TakeCell extends ListCell<Take> {
    static final double WIDTH = 128;
    static final double HEIGHT = 76;

    private final ArtViewModel art;
    private final CardImages images;
    private final Words words;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Icon star = new Icon("star", 16);
    private final ProgressBar progress = new ProgressBar(0);
    private final VBox box;

    TakeCell(ArtViewModel art, CardImages images, Words words) {
        this.art = art;
        this.images = images;
        this.words = words;
        getStyleClass().add("take");
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(HEIGHT);
        name.getStyleClass().addAll("caption", "take-name");
        star.getStyleClass().add("take-star");
        var stack = new StackPane(picture, name, star);
        stack.getStyleClass().add("take-picture");
        stack.setMinSize(WIDTH, HEIGHT);
        stack.setMaxSize(WIDTH, HEIGHT);
        StackPane.setAlignment(name, Pos.BOTTOM_LEFT);
        StackPane.setAlignment(star, Pos.TOP_RIGHT);
        progress.setMaxWidth(Double.MAX_VALUE);
        box = new VBox(2, stack, progress);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(Take take, boolean empty) {
        super.updateItem(take, empty);
        picture.setImage(null);
        if (empty || take == null) {
            setGraphic(null);
            return;
        }
        switch (take) {
            case Take.Made made -> show(made);
            case Take.Coming coming -> show(coming.plate());
        }
        setGraphic(box);
    }

    private void show(Take.Made made) {
        progress.setVisible(false);
        star.setVisible(made.card().marks().isStarred());
        String version = made.card().standing().version().map(v -> "v" + v).orElse("");
        name.setText(
                version.isEmpty()
                        ? words.get("record", made.card().made().origin().outcome())
                        : version);
        setAccessibleText(words.get("take.hint", name.getText()));
        images.show(
                made.asset(),
                image -> {
                    if (getItem() instanceof Take.Made now && now.asset().equals(made.asset())) {
                        picture.setImage(image);
                    }
                });
    }

    private void show(QueuedPlate plate) {
        star.setVisible(false);
        boolean isAtWork = plate.state() instanceof JobState.Running;
        progress.setVisible(isAtWork);
        progress.setProgress(plate.of() == 0 ? 0 : (double) plate.step() / plate.of());
        name.setText(
                isAtWork
                        ? words.get("take.step", plate.step(), plate.of())
                        : words.get(
                                "state."
                                        + plate.state()
                                                .getClass()
                                                .getSimpleName()
                                                .toLowerCase(java.util.Locale.ROOT)));
        setAccessibleText(name.getText());
        art.previews().of(plate.id()).map(Pictures::of).ifPresent(picture::setImage);
    }
}
