package studio.backlot.ui.review;

import java.util.Optional;
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
    private final EvidenceViewModel evidence;
    private final ShowImages images;
    private final CardWords cardWords;
    private final Words words;
    private final WipePane picture = new WipePane();
    private final Label missing = new Label();
    private boolean isComparing;

    TriagePictureView(EvidenceViewModel evidence, ShowImages images, Words words) {
        this.evidence = evidence;
        this.images = images;
        this.words = words;
        cardWords = new CardWords(words.locale());
        getStyleClass().add("triage-picture");
        missing.setId("triage-missing");
        missing.getStyleClass().add("quiet");
        picture.setId("triage-picture");
        getChildren().addAll(picture, missing);
        evidence.card().addListener((property, before, now) -> show(now));
        evidence.evidence().addListener((property, before, now) -> follow());
        show(evidence.card().get());
    }

    /// Lays the version before over the picture, or takes it away.
    void compare(boolean isWanted) {
        isComparing = isWanted;
        follow();
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
        missing.setText(card.map(cardWords::title).orElse(""));
        card.ifPresent(one -> images.whole(one.asset(), image -> arrived(one, image)));
    }

    private void arrived(AssetCard card, Optional<Image> image) {
        if (isShown(card.asset())) {
            picture.show(image);
            missing.setText(image.isPresent() ? "" : words.get("picture.missing"));
        }
    }

    private boolean isShown(ContentHash asset) {
        return evidence.card().get().map(AssetCard::asset).equals(Optional.of(asset));
    }

    private void follow() {
        picture.compare(Optional.empty(), "", "");
        evidence.evidence()
                .get()
                .filter(found -> isComparing)
                .flatMap(AssetEvidence::before)
                .ifPresent(this::compareWith);
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
