package studio.backlot.ui.art;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Where the regions of the artist's room lie: the canvas in the middle, takes at the foot, the
/// panel at the right; in a narrow window the panel lies over the canvas, in a wide one it is
/// wider.
final class ArtLayout extends BorderPane {
    private static final double NARROW = 1180;
    private static final double WIDE = 1920;
    private static final double PANEL = 300;
    private static final double WIDE_PANEL = 360;
    private static final double VERY_WIDE = 2560;
    private static final double REFERENCE = 240;
    private static final double BESIDE = 0.36;
    private static final double GAP = 16;

    private final StackPane middle = new StackPane();
    private final Node prompt;
    private final Node strip;
    private final Region panel;
    private final Node sheet;
    private final ReferenceView reference;
    private boolean isPanelOpen = true;
    private boolean isPanelWanted;
    private boolean isBare;

    /// The regions: `canvas` with what lies over it, `prompt` the bar on it, `sheet` what may take
    /// its place and that of the `strip`.
    record Regions(
            Node options,
            Node canvas,
            Node prompt,
            ReferenceView reference,
            Node sheet,
            Node strip,
            Region panel) {}

    ArtLayout(Regions regions) {
        prompt = regions.prompt();
        strip = regions.strip();
        panel = regions.panel();
        sheet = regions.sheet();
        setId("art");
        middle.setMinSize(0, 0);
        reference = regions.reference();
        middle.getChildren().addAll(regions.canvas(), reference, sheet);
        StackPane.setAlignment(reference, Pos.TOP_LEFT);
        StackPane.setMargin(reference, new Insets(GAP));
        StackPane.setAlignment(panel, Pos.TOP_RIGHT);
        setTop(regions.options());
        setCenter(middle);
        setBottom(strip);
        setRight(panel);
        widthProperty().addListener((property, before, now) -> arrange());
    }

    private boolean isNarrow() {
        return getWidth() > 0 && getWidth() < NARROW;
    }

    private boolean isPanelShown() {
        return !isBare && (isNarrow() ? isPanelWanted : isPanelOpen);
    }

    private void arrange() {
        double width = getWidth() >= WIDE ? WIDE_PANEL : PANEL;
        panel.setMinWidth(width);
        panel.setPrefWidth(width);
        panel.setMaxWidth(width);
        boolean isOver = isPanelShown() && isNarrow();
        boolean isBeside = isPanelShown() && !isNarrow();
        if (isOver != middle.getChildren().contains(panel) || isBeside != (getRight() != null)) {
            setRight(null);
            middle.getChildren().remove(panel);
            if (isOver) {
                middle.getChildren().add(panel);
            } else if (isBeside) {
                setRight(panel);
            }
        }
        placeReference();
        setBottom(isBare || sheet.isVisible() ? null : strip);
        prompt.setVisible(!isBare);
    }

    /// Beside the canvas, unless the window is so narrow that it lies over it; in a very wide one
    /// the reference is as large as a second picture.
    private void placeReference() {
        boolean isBeside = !isNarrow();
        if (isBeside != (getLeft() != null)) {
            setLeft(null);
            middle.getChildren().remove(reference);
            if (isBeside) {
                setLeft(reference);
                setAlignment(reference, Pos.TOP_LEFT);
            } else {
                middle.getChildren().add(1, reference);
            }
        }
        reference.settle(isBeside);
        boolean isSecond = getWidth() >= VERY_WIDE;
        reference.widen(isSecond ? getWidth() * BESIDE : REFERENCE, isSecond);
    }

    /// Shows the panel, or hides it.
    void showPanel(boolean isShown) {
        isPanelOpen = isShown;
        isPanelWanted = isShown;
        isBare = isBare && !isShown;
        arrange();
    }

    /// Shows the panel where it is hidden, and hides it where it is shown.
    void togglePanel() {
        showPanel(!isPanelShown());
    }

    /// Hides all but the canvas, or brings it back.
    void toggleBare() {
        isBare = !isBare;
        arrange();
    }

    /// Shows the contact sheet in place of canvas and strip, or goes back.
    void showSheet(boolean isShown) {
        sheet.setVisible(isShown);
        arrange();
        sheet.requestFocus();
    }

    /// Whether the contact sheet is shown.
    boolean isSheet() {
        return sheet.isVisible();
    }
}
