package studio.backlot.ui.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer above the rooms: one sheet from the right or one card in the middle at a time, over a
/// dimmed window. Escape and a click beside it close it; the focus goes back where it was.
public final class Overlay extends StackPane {
    private static final double SHEET = 420;
    private static final double GAP = 4;

    private @Nullable Node before;
    private Runnable closed = () -> {};

    public Overlay() {
        setId("overlay");
        getStyleClass().add("scrim");
        setVisible(false);
        setManaged(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        sceneProperty()
                .addListener((property, earlier, scene) -> {
                    if (scene != null) {
                        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::escapeFromOutside);
                    }
                });
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /// A control that was shut off while it had the focus leaves that to what lies below.
    private void escapeFromOutside(KeyEvent event) {
        if (isVisible() && !isFocusWithin()) {
            escape(event);
        }
    }

    /// Shows a sheet at the right edge, as high as the window.
    public void sheet(Region sheet) {
        sheet.getStyleClass().add("side-sheet");
        sheet.setMinWidth(SHEET);
        sheet.setPrefWidth(SHEET);
        sheet.setMaxWidth(SHEET);
        sheet.setMaxHeight(Double.MAX_VALUE);
        show(sheet, Pos.CENTER_RIGHT);
    }

    /// Shows a card in the upper middle.
    public void card(Region card) {
        card.getStyleClass().add("floating");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        show(card, Pos.TOP_CENTER);
    }

    /// Shows a part under a control, their right edges in line; nothing is dimmed.
    public void below(Region part, Node control) {
        part.getStyleClass().add("popover");
        part.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Bounds place = sceneToLocal(control.localToScene(control.getBoundsInLocal()));
        setMargin(
                part,
                new Insets(
                        place.getMaxY() + GAP,
                        Math.max(GAP, control.getScene().getWidth() - place.getMaxX()),
                        GAP,
                        GAP));
        show(part, Pos.TOP_RIGHT);
        getStyleClass().remove("scrim");
    }

    /// Tells when what is shown now is closed.
    public void whenClosed(Runnable listener) {
        closed = listener;
    }

    private void show(Region part, Pos where) {
        if (!isVisible() && getScene() != null) {
            before = getScene().getFocusOwner();
        }
        closed = () -> {};
        getStyleClass().remove("scrim");
        getStyleClass().add("scrim");
        getChildren().setAll(part);
        setAlignment(part, where);
        setVisible(true);
        setManaged(true);
        part.requestFocus();
        part.lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /// Takes away what is shown.
    public void close() {
        if (!isVisible()) {
            return;
        }
        getChildren().clear();
        setVisible(false);
        setManaged(false);
        if (before != null) {
            before.requestFocus();
        }
        closed.run();
    }
}
