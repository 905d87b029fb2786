package studio.backlot.ui.production;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// One part of the production's page: its title, what it lists, what can be done, and what went
/// wrong.
abstract class PartView extends VBox {
    private static final double LOWEST_LIST = 120;

    private final ProductionPart part;
    private final ProductionViewModel production;
    private final Overlay overlay;
    private final Words words;
    private final Words frame;
    private final Label trouble = new Label();

    PartView(ProductionPart part, ProductionViewModel production, Overlay overlay, Words words) {
        this.part = part;
        this.production = production;
        this.overlay = overlay;
        this.words = words;
        frame = Words.of("shell", words.locale());
        setId("section-" + part.wireName());
        setSpacing(12);
        getStyleClass().add("page");
        trouble.setId("trouble-" + part.wireName());
        trouble.setWrapText(true);
        trouble.getStyleClass().add("text-no");
        trouble.textProperty().bind(production.trouble(part));
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        production.facts().addListener((property, before, now) -> now.ifPresent(this::show));
    }

    /// Shows the facts as they are now.
    abstract void show(ProductionFacts facts);

    /// Puts the part together: its title, its content, and the line for what went wrong.
    final void fill(Node... content) {
        getChildren().add(label(words.get(part.wireName()), "title"));
        getChildren().addAll(content);
        getChildren().add(trouble);
        production.facts().get().ifPresent(this::show);
    }

    /// A virtual list of rows; it takes the height that is left.
    final <T> ListView<T> list(String id, String empty, Function<T, Node> row) {
        var list = new ListView<T>();
        list.setId(id);
        list.setAccessibleText(words.get(part.wireName()));
        Label nothing = label(empty, "soft");
        nothing.setMaxWidth(480);
        list.setPlaceholder(nothing);
        list.setMinHeight(LOWEST_LIST);
        list.getStyleClass().addAll("card", "rows");
        list.setCellFactory(view -> new RowCell<>(row));
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    /// A row: a mark, what it is, what stands beside it, and how it stands at its end.
    final Node row(Optional<Node> mark, String text, String beside, String state) {
        Label name = label(text, "strong");
        name.setWrapText(false);
        name.setMinWidth(USE_PREF_SIZE);
        Label more = label(beside, "soft");
        more.setWrapText(false);
        more.setMinWidth(0);
        Label standing = label(state, "label-2");
        standing.setWrapText(false);
        standing.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(8);
        mark.ifPresent(row.getChildren()::add);
        row.getChildren().addAll(name, more, Gaps.across(), standing);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Buttons in a row that breaks where the window is narrow.
    final FlowPane buttons(Node... nodes) {
        var row = new FlowPane(8, 8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// A button that records something: not where somebody else writes.
    final Button recording(Button button) {
        button.disableProperty().bind(production.isReadOnly());
        return button;
    }

    /// Opens a sheet that asks for what something needs.
    final void ask(FormCard.Form form, BiConsumer<String, FormCard.Ending> act) {
        overlay.sheet(new FormCard(form, overlay, frame, act));
    }

    /// Does what the guarded key signs: asks for its passphrase where it has one.
    final void sign(FormCard.Form form, BiConsumer<String, FormCard.Ending> act) {
        if (production.needsPassphrase() || !form.fields().isEmpty()) {
            ask(
                    new FormCard.Form(
                            form.id(),
                            form.title(),
                            form.verb(),
                            form.fields(),
                            production.needsPassphrase()),
                    act);
        } else {
            act.accept(
                    "", new FormCard.Ending(() -> {}, failure -> production.tell(part, failure)));
        }
    }

    final Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    final Words words() {
        return words;
    }

    final Words frame() {
        return frame;
    }

    /// Selects what was selected before where it is still there, else nothing.
    static <T> void refill(ListView<T> list, List<T> items, Function<T, Object> identity) {
        Optional<Object> before =
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(identity);
        list.getItems().setAll(items);
        items.stream()
                .filter(one -> before.equals(Optional.of(identity.apply(one))))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    /// Hears of what is selected in a list, none included.
    static <T> void whenChosen(ListView<T> list, Consumer<Optional<T>> listener) {
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> listener.accept(Optional.ofNullable(now)));
        listener.accept(Optional.empty());
    }

    /// A cell that shows a row.
    private static final class RowCell<T> extends ListCell<T> {
        private final Function<T, Node> row;

        RowCell(Function<T, Node> row) {
            this.row = row;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : row.apply(item));
        }
    }
}
