package studio.backlot.ui.review;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import studio.backlot.ui.widget.CoverPane;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;

/// The picture of the chosen asset above its evidence, cut to the width of the column.
final class EvidencePictureView extends StackPane {
    private static final double HEIGHT = 168;

    private final EvidenceViewModel evidence;
    private final ShowImages images;
    private final MissingFileView missing;
    private final CoverPane cover = new CoverPane();

    EvidencePictureView(ReviewViewModel review, ShowImages images, Words words) {
        evidence = review.evidence();
        missing =
                new MissingFileView(
                        "evidence-missing", review, words, () -> show(evidence.card().get()));
        this.images = images;
        setId("evidence-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(cover, missing);
        evidence.card().addListener((property, before, now) -> show(now));
        show(evidence.card().get());
    }

    private void show(Optional<AssetCard> card) {
        setAccessibleText(card.map(AssetCard::path).orElse(""));
        cover.show(Optional.empty());
        missing.wait("");
        card.ifPresent(one ->
                images.whole(
                        one.asset(),
                        image -> {
                            if (evidence.card().get().equals(card)) {
                                cover.show(image);
                                missing.show(image.isPresent());
                            }
                        }));
    }
}
