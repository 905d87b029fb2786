package studio.backlot.ui.models;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackCard;
import studio.backlot.catalog.PackFinding;
import studio.backlot.ui.gallery.PlateImages;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.CoverPane;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.LookAtPack;

/// The chosen pack: a picture made with it here, what it is good at, what it takes, its licence,
/// what a check found, and what can be done with it.
final class PackView extends VBox {
    private static final double PICTURE = 240;
    private static final double MEGABYTE = 1 << 20;
    private static final double SECOND = 1_000;

    private final ModelsViewModel models;
    private final Words words;
    private final PlateImages images;
    private final CoverPane picture = new CoverPane();
    private boolean isRemoving;

    PackView(ModelsViewModel models, Words words) {
        super(12);
        this.models = models;
        this.words = words;
        images = new PlateImages(models.background(), models::plate);
        setId("pack-detail");
        getStyleClass().add("page");
        picture.setMinHeight(PICTURE);
        picture.setMaxHeight(PICTURE);
        models.chosen()
                .addListener((property, before, now) -> {
                    isRemoving = false;
                    show();
                });
        models.known().addListener((property, before, now) -> show());
        models.check().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        models.chosen().get().ifPresent(this::show);
    }

    private void show(ModelPack pack) {
        Optional<ModelsViewModel.Known> known = models.known().get();
        Label title = label(pack.displayName(), "title");
        title.setId("pack-title");
        getChildren().add(title);
        known.map(ModelsViewModel.Known::seen)
                .flatMap(LookAtPack.Seen::newest)
                .ifPresent(asset -> {
                    getChildren().add(picture);
                    images.show(asset, picture::show);
                });
        if (!pack.about().isEmpty()) {
            getChildren().add(label(pack.about(), "soft"));
        }
        getChildren().add(fact("kind", words.get("kind." + kind(pack))));
        if (!pack.knownWords().isEmpty()) {
            getChildren().add(fact("knows", String.join(words.get("comma"), pack.knownWords())));
        }
        known.map(ModelsViewModel.Known::seen)
                .flatMap(LookAtPack.Seen::perPlate)
                .ifPresent(time ->
                        getChildren()
                                .add(
                                        fact(
                                                "takes",
                                                words.get(
                                                        "takes.seconds",
                                                        time.toMillis() / SECOND))));
        known.ifPresent(one ->
                getChildren()
                        .add(fact("size", words.get("size.megabytes", one.bytes() / MEGABYTE))));
        getChildren()
                .addAll(
                        fact("licence", licence(pack)),
                        fact("folder", pack.folder().toString()),
                        check(),
                        acts(pack, known));
    }

    private static String kind(ModelPack pack) {
        return pack.kind().name().toLowerCase(Locale.ROOT);
    }

    private String licence(ModelPack pack) {
        return pack.licence().equals(PackCard.NO_LICENCE)
                ? words.get("licence.none")
                : words.get("licence.says", pack.licence());
    }

    private Node fact(String name, String text) {
        var label = new Label(words.get(name));
        label.getStyleClass().add("field-label");
        Label value = label(text, "label");
        value.setId("pack-" + name);
        HBox.setHgrow(value, Priority.ALWAYS);
        var row = new HBox(8, label, value);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Node check() {
        return switch (models.check().get()) {
            case PackState.Unasked() ->
                    Buttons.quiet("pack-check", words.get("check"), models::checkNow);
            case PackState.Checking() -> label(words.get("checking"), "soft");
            case PackState.Checked(List<PackFinding> findings) -> findings(findings);
        };
    }

    private VBox findings(List<PackFinding> findings) {
        var box = new VBox(8);
        box.setId("pack-findings");
        if (findings.isEmpty()) {
            box.getChildren().add(label(words.get("whole"), "text-yes"));
        }
        findings.forEach(finding -> {
            var one = new VBox(2, label(finding.file(), "mono"), label(finding.words(), "soft"));
            one.getStyleClass().add("finding");
            box.getChildren().add(one);
        });
        return box;
    }

    private Node acts(ModelPack pack, Optional<ModelsViewModel.Known> known) {
        var acts = new HBox(8);
        acts.setAlignment(Pos.CENTER_LEFT);
        if (models.canUse(pack)) {
            acts.getChildren().add(Buttons.primary("pack-use", words.get("use"), models::use));
        }
        if (known.filter(ModelsViewModel.Known::isRemovable).isPresent()) {
            acts.getChildren().addAll(isRemoving ? sure() : List.of(remove()));
        }
        return acts;
    }

    private Button remove() {
        return Buttons.quiet(
                "pack-remove",
                words.get("remove"),
                () -> {
                    isRemoving = true;
                    show();
                });
    }

    /// Its files are deleted, so it is asked once more.
    private List<Node> sure() {
        return List.of(
                label(words.get("remove.sure"), "label"),
                Buttons.quiet("pack-remove-now", words.get("remove.now"), models::remove),
                Buttons.quiet(
                        "pack-keep",
                        words.get("keep"),
                        () -> {
                            isRemoving = false;
                            show();
                        }));
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
