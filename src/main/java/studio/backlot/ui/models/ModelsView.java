package studio.backlot.ui.models;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackCard;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The page of model packs: the list at the left, the chosen one beside it.
public final class ModelsView {
    private static final double LIST = 360;

    private final ModelsViewModel models;
    private final Words words;
    private final BorderPane node = new BorderPane();
    private final ListView<ModelPack> list = new ListView<>();
    private final VBox detail = new VBox(12);

    public ModelsView(ModelsViewModel models, Locale locale) {
        this.models = models;
        this.words = Words.of("models", locale);
        node.setId("models");
        node.getStyleClass().add("surface-0");
        list.setId("packs");
        list.setAccessibleText(words.get("title"));
        list.setPrefWidth(LIST);
        list.setItems(models.packs());
        list.setCellFactory(view -> new PackCell());
        list.setPlaceholder(new Label(words.get("none")));
        list.getStyleClass().addAll("ground-1", "line-right");
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> models.chosen().set(Optional.ofNullable(now)));
        models.chosen().addListener((property, before, now) -> show(now));
        models.check().addListener((property, before, now) -> show(models.chosen().get()));
        detail.setId("pack-detail");
        detail.getStyleClass().add("page");
        node.setLeft(list);
        node.setCenter(detail);
    }

    /// The whole page.
    public Node node() {
        models.load();
        return node;
    }

    private void show(Optional<ModelPack> chosen) {
        detail.getChildren().clear();
        chosen.ifPresent(pack -> {
            list.getSelectionModel().select(pack);
            var title = new Label(pack.displayName());
            title.getStyleClass().add("title");
            detail.getChildren()
                    .addAll(
                            title,
                            fact("kind", kind(pack)),
                            fact("licence", licence(pack)),
                            fact("folder", pack.folder().toString()),
                            check());
        });
    }

    private String kind(ModelPack pack) {
        return words.get("kind." + pack.kind().name().toLowerCase(Locale.ROOT));
    }

    private String licence(ModelPack pack) {
        return pack.licence().equals(PackCard.NO_LICENCE)
                ? words.get("licence.none")
                : words.get("licence.says", pack.licence());
    }

    private Node fact(String name, String text) {
        var label = new Label(words.get(name));
        label.getStyleClass().add("field-label");
        var value = new Label(text);
        value.setWrapText(true);
        var row = new HBox(8, label, value);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Node check() {
        return switch (models.check().get()) {
            case ModelsViewModel.CheckState.Unasked() ->
                    Buttons.quiet("pack-check", words.get("check"), models::checkNow);
            case ModelsViewModel.CheckState.Checking() -> new Label(words.get("checking"));
            case ModelsViewModel.CheckState.Checked(var findings) -> {
                var box = new VBox(8);
                box.setId("pack-findings");
                if (findings.isEmpty()) {
                    var whole = new Label(words.get("whole"));
                    whole.getStyleClass().add("text-yes");
                    box.getChildren().add(whole);
                }
                findings.forEach(finding -> {
                    var line = new Label(words.get("finding", finding.file(), finding.words()));
                    line.setWrapText(true);
                    line.getStyleClass().add("text-no");
                    box.getChildren().add(line);
                });
                yield box;
            }
        };
    }

    /// One pack: its name and what it makes.
    private final class PackCell extends ListCell<ModelPack> {
        @Override
        protected void updateItem(ModelPack pack, boolean empty) {
            super.updateItem(pack, empty);
            if (empty || pack == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(pack.displayName());
            name.getStyleClass().add("strong");
            var what = new Label(words.get("line", kind(pack), pack.licence()));
            what.getStyleClass().add("caption");
            setGraphic(new VBox(2, name, what));
        }
    }
}
