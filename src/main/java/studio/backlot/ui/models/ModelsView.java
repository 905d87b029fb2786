package studio.backlot.ui.models;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import studio.backlot.catalog.ModelPack;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The page of model packs: the list at the left with a pack to add, the chosen one beside it.
public final class ModelsView {
    private static final double LIST = 360;
    private static final double HUNDRED = 100;

    private final ModelsViewModel models;
    private final Words words;
    private final BorderPane node = new BorderPane();
    private final ListView<ModelPack> list = new ListView<>();

    public ModelsView(ModelsViewModel models, Words words) {
        this.models = models;
        this.words = words;
        node.setId("models");
        node.getStyleClass().add("surface-0");
        list.setId("packs");
        list.setAccessibleText(words.get("title"));
        list.setItems(models.packs());
        list.setCellFactory(view -> new PackCell());
        var none = new Label(words.get("none"));
        none.setWrapText(true);
        none.setMaxWidth(LIST - 48);
        list.setPlaceholder(none);
        list.getStyleClass().add("ground-1");
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        Optional.ofNullable(now)
                                .filter(pack -> !models.chosen().get().equals(Optional.of(pack)))
                                .ifPresent(pack -> models.chosen().set(Optional.of(pack))));
        models.chosen()
                .addListener(
                        (property, before, now) -> now.ifPresent(list.getSelectionModel()::select));
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new VBox(list, foot());
        left.setPrefWidth(LIST);
        left.getStyleClass().addAll("surface-1", "line-right");
        var scroll = new ScrollPane(new PackView(models, words));
        scroll.setFitToWidth(true);
        node.setLeft(left);
        node.setCenter(scroll);
    }

    /// The whole page.
    public Node node() {
        models.load();
        return node;
    }

    private VBox foot() {
        Button add = Buttons.quiet("pack-add", words.get("add"), this::choose);
        var copying =
                Bindings.createBooleanBinding(
                        () -> models.copied().get().isPresent(), models.copied());
        add.disableProperty().bind(copying);
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> models.copied().get().orElse(0) / HUNDRED, models.copied()));
        var how = new Label();
        how.setId("pack-copied");
        how.getStyleClass().add("label-2");
        how.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.get("copying", models.copied().get().orElse(0)),
                                models.copied()));
        var progress =
                new VBox(
                        8,
                        bar,
                        new HBox(
                                8,
                                how,
                                Buttons.quiet("pack-stop", words.get("stop"), models::stop)));
        progress.visibleProperty().bind(copying);
        progress.managedProperty().bind(copying);
        var trouble = new Label();
        trouble.setId("pack-trouble");
        trouble.setWrapText(true);
        trouble.getStyleClass().add("text-no");
        trouble.textProperty().bind(models.trouble());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        var why = new Label(words.get("add.why"));
        why.setWrapText(true);
        why.getStyleClass().add("caption");
        var foot = new VBox(8, add, progress, trouble, why);
        foot.getStyleClass().addAll("panel-foot", "line-above");
        return foot;
    }

    private void choose() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words.get("add"));
        Optional.ofNullable(chooser.showDialog(node.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::add);
    }

    /// Adds the pack in a folder.
    void add(Path folder) {
        models.add(folder);
    }

    /// One pack: its name and what it makes.
    private final class PackCell extends ListCell<ModelPack> {
        PackCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ModelPack pack, boolean empty) {
            super.updateItem(pack, empty);
            if (empty || pack == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(pack.displayName());
            name.getStyleClass().add("strong");
            var what =
                    new Label(
                            words.get(
                                    "line",
                                    words.get(
                                            "kind." + pack.kind().name().toLowerCase(Locale.ROOT)),
                                    pack.licence()));
            what.getStyleClass().add("caption");
            setGraphic(new VBox(2, name, what));
        }
    }
}
