package studio.backlot.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// The contact sheet: cards in rows, of which only those in sight exist, however long the list.
public final class SheetView extends StackPane {
    private static final double NARROWEST = 200;
    private static final double GAP = 14;
    private static final double EDGE = 16;
    private static final double SCROLL_BAR = 10;

    private final PagedCards cards;
    private final Numbers rows = new Numbers();
    private final List<SheetRow> inSight = new ArrayList<>();
    private final ListView<Integer> list = new ListView<>(rows);
    private final IntegerProperty columns = new SimpleIntegerProperty(1);

    /// `opened` is told of a double click on a card.
    public SheetView(PagedCards cards, CardImages images, CardWords words, Runnable opened) {
        this.cards = cards;
        list.setId("sheet");
        list.getStyleClass().add("sheet-list");
        list.setAccessibleText(words.words().get("sheet.hint"));
        list.setCellFactory(view -> {
            var row = new SheetRow(this, images, words, opened);
            inSight.add(row);
            return row;
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.widthProperty().addListener((property, before, now) -> arrange());
        cards.loaded().addListener((property, before, now) -> arrange());
        cards.number().addListener((property, before, now) -> reveal());
        getChildren().add(list);
    }

    PagedCards cards() {
        return cards;
    }

    IntegerProperty columns() {
        return columns;
    }

    /// The width of a card.
    double cardWidth() {
        return Math.floor((room() - (columns.get() - 1) * GAP) / columns.get());
    }

    private double room() {
        return list.getWidth() - 2 * EDGE - SCROLL_BAR;
    }

    private void arrange() {
        double room = room();
        columns.set((int) Math.max(1, Math.floor((room + GAP) / (NARROWEST + GAP))));
        if (room > 0) {
            list.setFixedCellSize(CardView.height(cardWidth()) + GAP);
        }
        rows.resize((int) Math.ceilDiv(cards.size(), columns.get()));
        inSight.forEach(SheetRow::renew);
    }

    private void steer(KeyEvent event) {
        long by =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -columns.get();
                    case DOWN -> columns.get();
                    default -> 0;
                };
        if (by != 0) {
            cards.step(by);
            event.consume();
        }
    }

    private void reveal() {
        int row = (int) (cards.number().get() / columns.get());
        inSight.forEach(SheetRow::renew);
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && (row <= flow.getFirstVisibleCell().getIndex()
                        || row >= flow.getLastVisibleCell().getIndex())) {
            flow.scrollTo(row);
        }
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }
}
