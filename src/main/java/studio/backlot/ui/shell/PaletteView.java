package studio.backlot.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// The command palette: type some of the words of a command, Enter does it.
final class PaletteView extends VBox {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 380;

    private final Commands commands;
    private final Overlay overlay;
    private final ListView<Command> list = new ListView<>();

    PaletteView(Commands commands, Overlay overlay, Words words) {
        this.commands = commands;
        this.overlay = overlay;
        setId("palette");
        setSpacing(8);
        setPrefSize(WIDTH, HEIGHT);
        getStyleClass().add("palette");
        var field = new TextField();
        field.setId("palette-field");
        field.setPromptText(words.get("palette.prompt"));
        field.setAccessibleText(words.get("palette.prompt"));
        field.textProperty().addListener((property, before, now) -> find(now));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::steer);
        list.setId("palette-list");
        list.setCellFactory(view -> new CommandCell());
        list.setPlaceholder(new Label(words.get("palette.nothing")));
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> run());
        VBox.setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(field, list);
        find("");
    }

    private void find(String typed) {
        list.getItems().setAll(commands.matching(typed));
        list.getSelectionModel().selectFirst();
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            run();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            event.consume();
        }
    }

    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.close();
            chosen.action().run();
        }
    }

    /// One command: its words, and its key at the right.
    static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            var key = new Label(command.key().map(KeyCombination::getDisplayText).orElse(""));
            key.getStyleClass().addAll("mono", "quiet");
            setGraphic(new HBox(new Label(command.text()), Gaps.across(), key));
        }
    }
}
