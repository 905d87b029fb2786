package studio.backlot.ui.art;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.job.JobState;
import studio.backlot.ui.gallery.CardImages;
import studio.backlot.ui.gallery.CardWords;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.ErasedPictures;
import studio.backlot.workflow.QueuedPlate;

/// What one take looks like, in the strip and on the contact sheet: its small picture with number,
/// star and pick, or how far a run is.
final class TakeFace extends VBox {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final ArtViewModel art;
    private final CardImages images;
    private final Words words;
    private final CardWords names;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label reason = new Label();
    private final Label pick = new Label();
    private final Icon star = new Icon("star", 16);
    private final ProgressBar progress = new ProgressBar(0);
    private Optional<Take> shown = Optional.empty();

    TakeFace(ArtViewModel art, CardImages images, double width, double height) {
        this.art = art;
        this.images = images;
        this.words = art.room().words();
        this.names = art.names();
        setSpacing(2);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        picture.setPreserveRatio(true);
        name.getStyleClass().addAll("caption", "take-name");
        star.getStyleClass().add("take-star");
        pick.getStyleClass().addAll("caption", "take-pick");
        reason.getStyleClass().addAll("caption", "take-reason");
        reason.setWrapText(true);
        var stack = new StackPane(picture, reason, name, star, pick);
        stack.getStyleClass().add("take-picture");
        stack.setMinSize(width, height);
        stack.setMaxSize(width, height);
        StackPane.setAlignment(name, Pos.BOTTOM_LEFT);
        StackPane.setAlignment(star, Pos.TOP_RIGHT);
        StackPane.setAlignment(pick, Pos.TOP_LEFT);
        StackPane.setAlignment(reason, Pos.TOP_LEFT);
        progress.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(stack, progress);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pick);
    }

    /// With the shortcut key held a click picks a take for comparing.
    private void pick(MouseEvent event) {
        if (event.isShortcutDown()) {
            shown.flatMap(Take::recorded).ifPresent(art.compare()::pick);
            event.consume();
        }
    }

    /// Shows a take; its words are returned for who does not see it.
    String show(Take take) {
        boolean isOther = shown.filter(take::isSame).isEmpty();
        shown = Optional.of(take);
        if (isOther) {
            picture.setImage(null);
        }
        switch (take) {
            case Take.Made made -> made(made);
            case Take.Coming coming -> coming(coming.plate());
        }
        picked();
        return (name.getText() + " " + reason.getText()).strip();
    }

    /// Shows again whether it is picked, and as which.
    void picked() {
        int number =
                shown.flatMap(Take::recorded)
                        .map(made -> art.compare().picked().indexOf(made.asset()))
                        .orElse(-1);
        pick.setText(String.valueOf(number + 1));
        pick.setVisible(number >= 0);
        pseudoClassStateChanged(PICKED, number >= 0);
    }

    private void made(Take.Made made) {
        progress.setVisible(false);
        reason.setText(made.erased().map(this::erased).orElse(""));
        reason.getStyleClass().setAll("label", "caption", "take-gone");
        pseudoClassStateChanged(HIDDEN, made.card().marks().isHidden());
        star.setVisible(made.card().marks().isStarred());
        name.setText(name(made.card(), names));
        images.show(
                made.asset(),
                image -> {
                    if (shown.filter(now -> now.isSame(made)).isPresent()) {
                        picture.setImage(image.orElse(null));
                    }
                });
    }

    private String erased(ErasedPictures.Erased by) {
        return words.get("erased.on", words.day(by.time()), by.record());
    }

    /// What a recorded take is called: its version, or the number of its record.
    static String name(AssetCard card, CardWords names) {
        return card.standing()
                .version()
                .map(names::version)
                .orElseGet(() -> String.valueOf(card.made().origin().outcome()));
    }

    private void coming(QueuedPlate plate) {
        star.setVisible(false);
        reason.getStyleClass().setAll("label", "caption", "take-reason");
        pseudoClassStateChanged(HIDDEN, false);
        progress.setVisible(plate.state() instanceof JobState.Running);
        progress.setProgress(plate.of() == 0 ? 0 : (double) plate.step() / plate.of());
        name.setText(standing(plate, words));
        reason.setText(plate.reason());
        art.runs().previews().of(plate.id()).map(Pictures::of).ifPresent(picture::setImage);
    }

    /// How a run stands, in words.
    static String standing(QueuedPlate plate, Words words) {
        if (plate.state() instanceof JobState.Running) {
            return plate.of() == 0
                    ? words.get("take.begins")
                    : words.get("take.step", plate.step(), plate.of());
        }
        return words.get("state." + key(plate));
    }

    /// The state of a run as texts name it.
    static String key(QueuedPlate plate) {
        return plate.state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
