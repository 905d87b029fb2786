package studio.backlot.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/// One row of the sheet, with as many cards as fit beside each other.
final class SheetRow extends ListCell<Integer> {
    private static final double GAP = 14;

    private final SheetView sheet;
    private final CardImages images;
    private final CardWords words;
    private final Runnable opened;
    private final HBox box = new HBox(GAP);
    private final List<CardView> views = new ArrayList<>();

    SheetRow(SheetView sheet, CardImages images, CardWords words, Runnable opened) {
        this.sheet = sheet;
        this.images = images;
        this.words = words;
        this.opened = opened;
        // without the toolkit's own classes: its odd and even rows would be styled anew at each
        // scroll
        getStyleClass().setAll("sheet-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.setFillHeight(false);
    }

    @Override
    protected void updateItem(Integer row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            fill(row);
        }
    }

    /// Shows again what it shows, since other cards than before may be there.
    void renew() {
        if (!isEmpty() && getItem() != null) {
            fill(getItem());
        }
    }

    private void fill(int row) {
        int columns = sheet.columns().get();
        while (views.size() < columns) {
            views.add(card(views.size()));
        }
        if (box.getChildren().size() != columns) {
            box.getChildren().setAll(views.subList(0, columns));
        }
        long first = (long) row * columns;
        for (int i = 0; i < columns; i++) {
            CardView view = views.get(i);
            long number = first + i;
            view.widen(sheet.cardWidth());
            view.setVisible(number < sheet.cards().size());
            view.show(sheet.cards().get(number), number == sheet.cards().number().get());
        }
        if (!box.equals(getGraphic())) {
            setGraphic(box);
        }
    }

    private CardView card(int place) {
        var view = new CardView(images, words);
        view.setOnMouseClicked(event -> {
            if (getItem() != null && event.getButton() == MouseButton.PRIMARY) {
                sheet.cards().choose((long) getItem() * sheet.columns().get() + place);
                sheet.requestFocus();
                if (event.getClickCount() == 2) {
                    opened.run();
                }
            }
        });
        return view;
    }
}
