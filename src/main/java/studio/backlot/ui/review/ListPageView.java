package studio.backlot.ui.review;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.ui.gallery.CardTableView;
import studio.backlot.ui.gallery.CardWords;
import studio.backlot.ui.gallery.ListState;
import studio.backlot.ui.gallery.SheetView;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The list in the middle as sheet or table, and what is said where it is empty, narrowed to
/// nothing, or could not be read.
final class ListPageView extends BorderPane {
    private static final String SEPARATOR = " \u00b7 ";

    private final ReviewViewModel review;
    private final Words words;
    private final SheetView sheet;
    private final CardTableView table;
    private final VBox nothing = new VBox(12);
    private final Label reading = new Label();

    ListPageView(ReviewViewModel review, ShowImages images, CardWords cardWords, Words words) {
        this.review = review;
        this.words = words;
        Runnable opened = () -> review.isOneByOne().set(true);
        sheet = new SheetView(review.cards(), images.small(), cardWords, opened);
        table = new CardTableView(review.cards(), cardWords, opened);
        getStyleClass().add("surface-0");
        nothing.setId("review-nothing");
        nothing.getStyleClass().add("nothing");
        setTop(new FilterView(review, words));
        setCenter(new StackPane(sheet, table, nothing));
        reading.setId("list-provisional");
        reading.getStyleClass().addAll("caption", "list-foot");
        reading.visibleProperty().bind(review.isProvisional());
        reading.managedProperty().bind(review.isProvisional());
        reading.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.get("list.provisional", review.percent().get()),
                                review.percent()));
        setBottom(reading);
        addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        review.cards().state().addListener((property, before, now) -> follow());
        review.isTable().addListener((property, before, now) -> turn());
        review.inbox().addListener((property, before, now) -> follow());
        review.percent().addListener((property, before, now) -> follow());
        follow();
    }

    private void enter(KeyEvent event) {
        boolean isOfList = sheet.isFocusWithin() || table.isFocusWithin();
        boolean isToOpen = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        if (isOfList && isToOpen && !event.isShortcutDown()) {
            review.isOneByOne().set(review.cards().size() > 0);
            event.consume();
        }
    }

    /// Sheet and table take the focus over from each other.
    private void turn() {
        boolean isFocused = sheet.isFocusWithin() || table.isFocusWithin();
        sheet.setVisible(true);
        table.setVisible(true);
        if (isFocused) {
            requestFocus();
        }
        follow();
    }

    private void follow() {
        nothing.getChildren().clear();
        switch (review.cards().state().get()) {
            case ListState.Reading reading ->
                    say(words.get("list.reading", review.percent().get()));
            case ListState.Failed(String reason) -> failed(reason);
            case ListState.Filled(long size) -> filled(size);
        }
        boolean isList = nothing.getChildren().isEmpty();
        boolean isNew = isList && nothing.isVisible();
        nothing.setVisible(!isList);
        sheet.setVisible(isList && !review.isTable().get());
        table.setVisible(isList && review.isTable().get());
        if (isNew && isFree()) {
            requestFocus();
        }
    }

    /// Whether nobody is typing, so that a list that has come may take the keys.
    private boolean isFree() {
        return getScene() != null && !(getScene().getFocusOwner() instanceof TextInputControl);
    }

    private void filled(long size) {
        if (size == 0 && review.isNarrowed()) {
            say(words.get("list.narrowed", where(), by()));
            add(Buttons.quiet("filter-clear", words.get("list.widen"), review::widen));
        } else if (size == 0) {
            String key =
                    review.page().get() == ReviewPage.INBOX ? "list.empty.inbox" : "list.empty";
            say(words.get(key, review.inbox().get().sealed()));
        }
    }

    private String where() {
        return review.part()
                .get()
                .map(part -> part.node().isPresent() ? part.name() : words.get("nav.noSlot"))
                .orElseGet(() -> words.get("list.all"));
    }

    /// What the list is narrowed by, in words.
    private String by() {
        Stream<String> filters =
                review.filters().get().stream().map(one -> words.get("filter." + one.wireName()));
        Stream<String> typed =
                Stream.of(review.typed().get().strip())
                        .filter(text -> !text.isEmpty())
                        .map(text -> words.get("list.typed", text));
        String all = Stream.concat(filters, typed).collect(Collectors.joining(SEPARATOR));
        return all.isEmpty() ? words.get("filter.waiting") : all;
    }

    private void failed(String reason) {
        say(words.get("list.failed"));
        var why = new Label(reason);
        why.getStyleClass().add("soft");
        why.setWrapText(true);
        add(why);
        add(Buttons.quiet("list-again", words.get("list.again"), review::refresh));
    }

    private void say(String text) {
        var label = new Label(text);
        label.setId("nothing-text");
        label.setWrapText(true);
        label.getStyleClass().add("heading");
        add(label);
    }

    private void add(Node node) {
        nothing.getChildren().add(node);
    }

    @Override
    public void requestFocus() {
        if (review.isTable().get()) {
            table.requestFocus();
        } else {
            sheet.requestFocus();
        }
    }
}
