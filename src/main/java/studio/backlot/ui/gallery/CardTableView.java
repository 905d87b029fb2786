package studio.backlot.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetCard;

/// The same list as a table: a row for each asset, of which only those in sight exist.
public final class CardTableView extends StackPane {
    /// Of its width, how much a column keeps where there is little room.
    private static final double LEAST = 0.85;

    private final PagedCards cards;
    private final Numbers numbers = new Numbers();
    private final TableView<Integer> table = new TableView<>(numbers);
    private final List<CardCell> inSight = new ArrayList<>();
    private boolean isFollowing;

    /// `opened` is told of a double click on a row.
    public CardTableView(PagedCards cards, CardWords words, Runnable opened) {
        this.cards = cards;
        Words texts = words.words();
        table.setId("table");
        table.getStyleClass().add("cards");
        table.setAccessibleText(texts.get("table.hint"));
        column(texts, "slot", 150, words::title);
        column(
                texts,
                "version",
                64,
                card -> card.standing().version().map(words::version).orElse(""));
        column(
                texts,
                "use",
                56,
                card ->
                        card.standing()
                                .use()
                                .map(use -> texts.get("use." + use.wireName()))
                                .orElse(""));
        column(texts, "maker", 96, card -> card.made().by());
        column(texts, "standing", 104, words::standing);
        column(texts, "day", 72, card -> texts.day(card.made().time()));
        column(texts, "pack", 100, card -> card.made().pack().orElse(""));
        column(texts, "record", 64, card -> texts.number(card.made().origin().outcome()))
                .getStyleClass()
                .add("figures");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setRowFactory(view -> row(opened));
        table.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> chosen(now.intValue()));
        cards.loaded().addListener((property, before, now) -> follow());
        cards.number().addListener((property, before, now) -> follow());
        getChildren().add(table);
    }

    private TableColumn<Integer, Integer> column(
            Words texts, String id, double width, Function<AssetCard, String> text) {
        var column = new TableColumn<Integer, Integer>(texts.get("table." + id));
        column.setId("column-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(width * LEAST);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(view -> {
            var cell = new CardCell(cards, text);
            inSight.add(cell);
            return cell;
        });
        table.getColumns().add(column);
        return column;
    }

    private static TableRow<Integer> row(Runnable opened) {
        var row = new TableRow<Integer>();
        // without the toolkit's own classes: its odd and even rows would be styled anew at each
        // scroll
        row.getStyleClass().setAll("card-row");
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                opened.run();
            }
        });
        return row;
    }

    private void chosen(int number) {
        if (!isFollowing && number >= 0) {
            cards.choose(number);
        }
    }

    private void follow() {
        isFollowing = true;
        numbers.resize((int) cards.size());
        inSight.forEach(CardCell::renew);
        int number = (int) cards.number().get();
        if (number >= 0 && number < numbers.size()) {
            table.getSelectionModel().select(number);
        } else {
            table.getSelectionModel().clearSelection();
        }
        isFollowing = false;
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }
}
