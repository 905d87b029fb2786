package studio.backlot.ui.review;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.gallery.CardWords;
import studio.backlot.ui.widget.WipePane;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.AssetEvidence;

/// The chosen picture as large as fits, and over its left part the version before, where somebody
/// compares.
final class TriagePictureView extends StackPane {
    private static final double HUNDRED = 100;

    private final EvidenceViewModel evidence;
    private final ShowImages images;
    private final CardWords cardWords;
    private final Words words;
    private final WipePane picture = new WipePane();
    private final MissingFileView missing;
    private final Label changed = new Label();
    private boolean isComparing;
    private boolean isMap;
    private boolean isMapped;

    TriagePictureView(ReviewViewModel review, ShowImages images, Words words) {
        evidence = review.evidence();
        this.images = images;
        this.words = words;
        cardWords = new CardWords(words.locale());
        getStyleClass().add("triage-picture");
        missing = new MissingFileView("triage-missing", review, words, this::again);
        changed.setId("triage-changed");
        changed.getStyleClass().add("wipe-name");
        changed.setMouseTransparent(true);
        StackPane.setAlignment(changed, Pos.TOP_CENTER);
        changed.visibleProperty().bind(changed.textProperty().isNotEmpty());
        picture.setId("triage-picture");
        getChildren().addAll(picture, changed, missing);
        evidence.card().addListener((property, before, now) -> show(now));
        evidence.evidence().addListener((property, before, now) -> follow());
        show(evidence.card().get());
    }

    /// Lays the version before over the picture, or takes it away.
    void compare(boolean isWanted) {
        isComparing = isWanted;
        follow();
    }

    /// Shows a map of what changed since the version before, or the picture again.
    void map(boolean isWanted) {
        isMap = isWanted;
        follow();
    }

    boolean isMap() {
        return isMap;
    }

    boolean isComparing() {
        return isComparing;
    }

    /// Where it belongs and which version it is.
    String name(AssetCard card) {
        return card.standing()
                .version()
                .map(version ->
                        words.get("triage.name", cardWords.title(card), cardWords.version(version)))
                .orElseGet(() -> cardWords.title(card));
    }

    private void show(Optional<AssetCard> card) {
        picture.compare(Optional.empty(), "", "");
        picture.show(Optional.empty());
        picture.setAccessibleText(card.map(this::name).orElse(""));
        missing.wait(card.map(cardWords::title).orElse(""));
        card.ifPresent(one -> images.whole(one.asset(), image -> arrived(one, image)));
    }

    private void arrived(AssetCard card, Optional<Image> image) {
        if (isShown(card.asset())) {
            picture.show(image);
            missing.show(image.isPresent());
        }
    }

    private boolean isShown(ContentHash asset) {
        return evidence.card().get().map(AssetCard::asset).equals(Optional.of(asset));
    }

    private void again() {
        show(evidence.card().get());
    }

    private void follow() {
        picture.compare(Optional.empty(), "", "");
        changed.setText("");
        Optional<AssetEvidence.Version> before =
                evidence.evidence().get().flatMap(AssetEvidence::before);
        before.filter(found -> isMap).ifPresentOrElse(this::mapFrom, this::unmap);
        before.filter(found -> isComparing && !isMap).ifPresent(this::compareWith);
    }

    private void unmap() {
        if (isMapped) {
            isMapped = false;
            again();
        }
    }

    private void mapFrom(AssetEvidence.Version before) {
        Optional<AssetCard> now = evidence.card().get();
        now.ifPresent(card ->
                images.changes(
                        before.asset(),
                        card.asset(),
                        changes -> {
                            if (isMap && evidence.card().get().equals(now)) {
                                isMapped = changes.isPresent();
                                changes.map(ShowImages.Changes::map)
                                        .ifPresent(map -> picture.show(Optional.of(map)));
                                changed.setText(
                                        changes.map(found -> changed(found, before))
                                                .orElseGet(() -> words.get("triage.noMap")));
                            }
                        }));
    }

    private String changed(ShowImages.Changes found, AssetEvidence.Version before) {
        return words.get("triage.changed", Math.ceil(found.part() * HUNDRED), name(before));
    }

    private void compareWith(AssetEvidence.Version before) {
        Optional<AssetCard> now = evidence.card().get();
        images.whole(
                before.asset(),
                image -> {
                    if (isComparing && evidence.card().get().equals(now)) {
                        picture.compare(image, name(before), now.map(this::name).orElse(""));
                    }
                });
    }

    private String name(AssetEvidence.Version before) {
        String version = cardWords.version(before.number());
        return before.approved()
                .map(use ->
                        words.get(
                                "triage.approved",
                                version,
                                before.when().map(words::day).orElse(""),
                                words.get("use." + use.wireName())))
                .orElse(version);
    }

    @Override
    public void requestFocus() {
        picture.requestFocus();
    }
}
