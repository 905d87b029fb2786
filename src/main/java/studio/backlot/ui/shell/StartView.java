package studio.backlot.ui.shell;

import java.io.File;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.CoverPane;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Words;

/// What stands in the window while no show is open: those that were open here as picture cards, a
/// new one, or one from a folder.
final class StartView extends StackPane {
    private static final double CARD_WIDTH = 280;
    private static final double CARD_HEIGHT = 160;
    private static final double GAP = 16;
    private static final double ACROSS = 3 * CARD_WIDTH + 2 * GAP;
    private static final double SIGN = 32;

    private final StartViewModel start;
    private final Words words;
    private final Supplier<Optional<File>> chooseFolder;
    private final FlowPane cards = new FlowPane(GAP, GAP);

    /// `chooseFolder` asks for a folder.
    StartView(
            StartViewModel start,
            Words words,
            Runnable makeShow,
            Runnable openFolder,
            Supplier<Optional<File>> chooseFolder) {
        this.start = start;
        this.words = words;
        this.chooseFolder = chooseFolder;
        setId("start");
        getStyleClass().add("surface-0");
        var title = new Label(words.get("start.title"));
        title.getStyleClass().add("hero");
        cards.setAlignment(Pos.CENTER);
        cards.setPrefWrapLength(ACROSS);
        cards.setMaxWidth(ACROSS);
        var buttons =
                new HBox(
                        8,
                        Buttons.quiet("start-open", words.get("show.open"), openFolder),
                        Buttons.primary("start-new", words.get("show.new"), makeShow));
        buttons.setAlignment(Pos.CENTER);
        var column = new VBox(24, title, cards, buttons);
        column.setAlignment(Pos.CENTER);
        column.getStyleClass().add("start");
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        getChildren().add(scroll);
        start.cards().addListener((ListChangeListener<StartViewModel.ShowCard>) change -> fill());
        fill();
    }

    private void fill() {
        cards.getChildren().setAll(start.cards().stream().map(this::card).toList());
    }

    private Node card(StartViewModel.ShowCard card) {
        return card.isThere() ? there(card) : missing(card);
    }

    private Node there(StartViewModel.ShowCard card) {
        var cover = new CoverPane();
        cover.show(card.cover().map(Pictures::of));
        var sign = new Icon("movie-open-outline", SIGN);
        sign.setVisible(card.cover().isEmpty());
        var text = text(card, waiting(card));
        text.getStyleClass().add("show-band");
        StackPane.setAlignment(text, Pos.BOTTOM_LEFT);
        var button = new Button("", new StackPane(cover, sign, text));
        button.setId("show-" + card.recent().folder().getFileName());
        button.setAccessibleText(words.get("start.card", card.recent().name(), waiting(card)));
        button.setOnAction(event -> start.open(card));
        return sized(button);
    }

    private String waiting(StartViewModel.ShowCard card) {
        return words.get(
                "start.opened",
                words.day(card.recent().opened()),
                card.recent().waits(),
                words.number(card.recent().waits()));
    }

    private VBox text(StartViewModel.ShowCard card, String below) {
        var name = new Label(card.recent().name());
        name.getStyleClass().add("heading");
        var small = new Label(below);
        small.getStyleClass().add("caption");
        small.setWrapText(true);
        var box = new VBox(2, name, small);
        box.setMaxHeight(USE_PREF_SIZE);
        return box;
    }

    private Node missing(StartViewModel.ShowCard card) {
        String folder = String.valueOf(card.recent().folder());
        var box = text(card, words.get("start.missing", folder));
        box.setId("missing-" + card.recent().folder().getFileName());
        box.setMaxHeight(Double.MAX_VALUE);
        box.getChildren()
                .addAll(
                        Gaps.down(),
                        new HBox(
                                8,
                                Buttons.quiet(
                                        "find-" + card.recent().folder().getFileName(),
                                        words.get("start.find"),
                                        () ->
                                                chooseFolder
                                                        .get()
                                                        .ifPresent(file ->
                                                                start.found(card, file.toPath()))),
                                Buttons.quiet(
                                        "forget-" + card.recent().folder().getFileName(),
                                        words.get("start.forget"),
                                        () -> start.forget(card))));
        box.getStyleClass().add("show-missing");
        return sized(box);
    }

    private static Region sized(Region card) {
        card.getStyleClass().addAll("card", "show-card");
        card.setPrefSize(CARD_WIDTH, CARD_HEIGHT);
        card.setMinSize(CARD_WIDTH, CARD_HEIGHT);
        card.setMaxSize(CARD_WIDTH, CARD_HEIGHT);
        return card;
    }
}
