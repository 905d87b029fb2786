package studio.backlot.ui.art;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.gallery.CardImages;

/// The takes of the shot over the whole height, as a sheet: arrows choose, Enter shows the chosen
/// one on the canvas, S stars, X hides, C picks for comparing.
final class ContactSheetView extends ScrollPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 256;
    private static final double HEIGHT = 152;
    private static final double GAP = 16;

    private final ArtViewModel art;
    private final CardImages images;
    private final Runnable leave;
    private final TilePane tiles = new TilePane(GAP, GAP);
    private final Label nothing = new Label();
    private Map<Take, TakeFace> faces = new LinkedHashMap<>();

    /// `leave` goes back to the canvas.
    ContactSheetView(ArtViewModel art, CardImages images, Runnable leave) {
        this.art = art;
        this.images = images;
        this.leave = leave;
        setId("contact-sheet");
        getStyleClass().addAll("surface-0", "contact-sheet");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(art.room().words().get("sheet.hint"));
        nothing.setText(art.room().words().get("takes.none"));
        nothing.getStyleClass().addAll("soft", "nothing");
        tiles.getStyleClass().add("contact-tiles");
        tiles.setPrefTileWidth(WIDTH);
        setContent(new StackPane(nothing, tiles));
        art.takes().list().addListener((ListChangeListener<Take>) change -> fill());
        art.takes().chosen().addListener((property, before, now) -> choose(now));
        art.compare()
                .picked()
                .addListener(
                        (ListChangeListener<ContentHash>)
                                change -> faces.values().forEach(TakeFace::picked));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        setVisible(false);
        visibleProperty().addListener((property, before, now) -> fill());
    }

    /// A hidden sheet holds nothing, so that each preview costs it nothing.
    private void fill() {
        Map<Take, TakeFace> before = faces;
        faces = new LinkedHashMap<>();
        if (isVisible()) {
            art.takes().list().forEach(take -> faces.put(take, face(take, before)));
        }
        tiles.getChildren().setAll(faces.values());
        nothing.setVisible(faces.isEmpty());
        choose(art.takes().chosen().get());
    }

    private TakeFace face(Take take, Map<Take, TakeFace> before) {
        TakeFace face =
                before.entrySet().stream()
                        .filter(one -> one.getKey().isSame(take))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> new TakeFace(art, images, WIDTH, HEIGHT));
        face.setAccessibleRole(AccessibleRole.LIST_ITEM);
        face.setAccessibleText(art.room().words().get("take.hint", face.show(take)));
        face.setOnMouseClicked(event -> click(event, take));
        return face;
    }

    private void click(MouseEvent event, Take take) {
        requestFocus();
        art.takes().chosen().set(Optional.of(take));
        if (event.getClickCount() == 2) {
            leave.run();
        }
    }

    private void choose(Optional<Take> now) {
        faces.forEach((take, face) -> {
            boolean isChosen = now.filter(take::isSame).isPresent();
            face.pseudoClassStateChanged(CHOSEN, isChosen);
            if (isChosen) {
                reveal(face);
            }
        });
    }

    private void reveal(TakeFace face) {
        Bounds bounds = face.getBoundsInParent();
        double height = getContent().getBoundsInLocal().getHeight();
        double view = getViewportBounds().getHeight();
        double above = getVvalue() * (height - view);
        if (height > view && bounds.getMinY() < above) {
            setVvalue(bounds.getMinY() / (height - view));
        } else if (height > view && bounds.getMaxY() > above + view) {
            setVvalue((bounds.getMaxY() - view + GAP) / (height - view));
        }
    }

    private int columns() {
        return Math.max(1, (int) ((tiles.getWidth() + GAP) / (WIDTH + GAP)));
    }

    private void press(KeyEvent event) {
        Optional<Take.Made> made = art.takes().made();
        switch (event.getCode()) {
            case UP -> art.takes().step(-columns());
            case DOWN -> art.takes().step(columns());
            case ENTER -> leave.run();
            case S -> made.ifPresent(art.takes()::star);
            case X, DELETE -> made.ifPresent(art.takes()::hide);
            case C -> made.ifPresent(art.compare()::pick);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
