package studio.backlot.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// What stands in the window while no show is open: those that were open here, a new one, or one
/// from a folder.
final class StartView extends VBox {
    private static final double CARD_WIDTH = 280;
    private static final double CARD_HEIGHT = 160;

    private final ShellViewModel shell;
    private final Words words;
    private final FlowPane cards = new FlowPane(16, 16);

    StartView(ShellViewModel shell, Words words, Runnable makeShow, Runnable openFolder) {
        this.shell = shell;
        this.words = words;
        setId("start");
        setSpacing(24);
        setAlignment(Pos.CENTER);
        getStyleClass().addAll("surface-0", "start");
        var title = new Label(words.get("start.title"));
        title.getStyleClass().add("hero");
        cards.setAlignment(Pos.CENTER);
        var buttons =
                new HBox(
                        8,
                        Buttons.quiet("start-open", words.get("show.open"), openFolder),
                        Buttons.primary("start-new", words.get("show.new"), makeShow));
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(title, cards, buttons);
        shell.settings().addListener((property, before, now) -> fill());
        fill();
    }

    private void fill() {
        cards.getChildren()
                .setAll(shell.settings().get().recent().stream().map(this::card).toList());
    }

    private Node card(Settings.RecentShow recent) {
        var name = new Label(recent.name());
        name.getStyleClass().add("heading");
        var when = new Label(words.get("start.opened", words.day(recent.opened())));
        when.getStyleClass().add("caption");
        var where = new Label(recent.folder().toString());
        where.getStyleClass().add("caption");
        var box = new VBox(4, name, when, where);
        box.setAlignment(Pos.BOTTOM_LEFT);
        var card = new Button("", box);
        card.getStyleClass().addAll("card", "show-card");
        card.setAccessibleText(recent.name());
        card.setPrefSize(CARD_WIDTH, CARD_HEIGHT);
        card.setMinSize(CARD_WIDTH, CARD_HEIGHT);
        card.setOnAction(event -> shell.open(recent.folder()));
        return card;
    }
}
