package studio.backlot.ui.review;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.widget.Words;

/// The right of the desk: the evidence with the picture above it; in a wide window the picture has
/// a column of its own, in a small one the evidence is narrower.
final class EvidenceColumnsView extends HBox {
    private static final double COLUMN = 400;
    private static final double NARROW_COLUMN = 312;
    private static final double NARROW = 1180;
    private static final double WIDE = 1920;

    /// The part of a wide window that the picture takes.
    private static final double PICTURE = 0.34;

    private final EvidencePictureView small;
    private final TriagePictureView large;
    private final EvidenceView evidence;

    EvidenceColumnsView(
            ReviewViewModel review, ShowImages images, Words words, Consumer<ContentHash> receipt) {
        small = new EvidencePictureView(review, images, words);
        large = new TriagePictureView(review, images, words);
        large.setId("review-picture");
        evidence = new EvidenceView("evidence", review, words, List.of(small), receipt);
        arrange(COLUMN);
    }

    /// Whether a window of this width is a small one.
    static boolean isNarrow(double width) {
        return width < NARROW;
    }

    /// The columns as wide as a window of this width has room for.
    void arrange(double width) {
        double column = isNarrow(width) ? NARROW_COLUMN : COLUMN;
        evidence.setMinWidth(column);
        evidence.setPrefWidth(column);
        evidence.setMaxWidth(column);
        boolean isWide = width >= WIDE;
        small.setVisible(!isWide);
        small.setManaged(!isWide);
        large.setMinWidth(width * PICTURE);
        large.setMaxWidth(width * PICTURE);
        List<Node> columns = isWide ? List.of(large, evidence) : List.of(evidence);
        if (!getChildren().equals(columns)) {
            getChildren().setAll(columns);
        }
    }

    /// The foot of the evidence.
    VerdictView verdict() {
        return (VerdictView) evidence.getBottom();
    }
}
