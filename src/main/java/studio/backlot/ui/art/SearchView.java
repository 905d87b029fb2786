package studio.backlot.ui.art;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import studio.backlot.ui.art.SearchViewModel.Found;
import studio.backlot.ui.gallery.CardImages;
import studio.backlot.ui.gallery.CardWords;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// Search over prompts: what is typed, and the takes whose prompts have it, with small pictures.
final class SearchView extends VBox {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;
    private static final double PICTURE = 96;
    private static final Duration TYPED = Duration.millis(200);

    private final ArtViewModel art;
    private final Overlay overlay;
    private final CardImages images;
    private final Words words;
    private final CardWords names;
    private final ListView<Found> list = new ListView<>();

    SearchView(ArtViewModel art, Overlay overlay, CardImages images) {
        this.art = art;
        this.overlay = overlay;
        this.images = images;
        this.words = art.room().words();
        this.names = art.names();
        setId("search");
        setSpacing(8);
        setPrefSize(WIDTH, HEIGHT);
        getStyleClass().add("palette");
        var field = new TextField();
        field.setId("search-field");
        field.setPromptText(words.get("search.prompt"));
        field.setAccessibleText(words.get("search.prompt"));
        var pause = new PauseTransition(TYPED);
        pause.setOnFinished(event -> art.search().find(field.getText()));
        field.textProperty().addListener((property, before, now) -> pause.playFromStart());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::steer);
        var nothing = new Label();
        nothing.setId("search-nothing");
        nothing.getStyleClass().add("soft");
        art.search()
                .searched()
                .addListener((property, before, now) ->
                        nothing.setText(now ? words.get("search.none", field.getText()) : ""));
        list.setId("search-list");
        list.setItems(art.search().found());
        list.setCellFactory(view -> new FoundCell());
        list.setPlaceholder(nothing);
        list.setAccessibleText(words.get("search.list"));
        list.setOnMouseClicked(event -> with(this::show));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
        VBox.setVgrow(list, Priority.ALWAYS);
        var again = Buttons.quiet("search-again", words.get("again"), () -> with(this::useAgain));
        again.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        var show = Buttons.primary("search-show", words.get("search.show"), () -> with(this::show));
        show.disableProperty().bind(again.disableProperty());
        getChildren().addAll(field, list, new HBox(8, Gaps.across(), again, show));
        art.search().clear();
    }

    private void enter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            with(this::show);
            event.consume();
        }
    }

    private void steer(KeyEvent event) {
        enter(event);
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            event.consume();
        }
    }

    private void with(Consumer<Found> deed) {
        Found chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.close();
            deed.accept(chosen);
        }
    }

    private void show(Found found) {
        art.search().show(found);
    }

    private void useAgain(Found found) {
        art.search().show(found);
        art.useAgain(found.card().asset());
    }

    /// One take that was found.
    private final class FoundCell extends ListCell<Found> {
        private final ImageView picture = new ImageView();
        private final Label prompt = new Label();
        private final Label line = new Label();
        private final HBox row;

        FoundCell() {
            picture.setFitWidth(PICTURE);
            picture.setPreserveRatio(true);
            prompt.setWrapText(true);
            line.getStyleClass().add("caption");
            var text = new VBox(2, prompt, line);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            row = new HBox(12, picture, text);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Found found, boolean empty) {
            super.updateItem(found, empty);
            picture.setImage(null);
            if (empty || found == null) {
                setGraphic(null);
                return;
            }
            prompt.setText(found.prompt());
            line.setText(
                    words.get(
                            "search.line",
                            names.title(found.card()),
                            TakeFace.name(found.card(), names),
                            words.day(found.card().made().time())));
            setAccessibleText(found.prompt() + " " + line.getText());
            images.show(
                    found.card().asset(),
                    image -> {
                        if (found.equals(getItem())) {
                            picture.setImage(image.orElse(null));
                        }
                    });
            setGraphic(row);
        }
    }
}
