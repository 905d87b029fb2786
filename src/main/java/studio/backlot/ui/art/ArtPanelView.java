package studio.backlot.ui.art;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.ui.shell.RecordSlip;
import studio.backlot.ui.shell.SlipWords;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;

/// The panel at the right: recipe, the reviewers' notes, the record of the take on the canvas; at
/// its foot, what leaves the room.
final class ArtPanelView extends VBox {
    private final ArtViewModel art;
    private final Words words;
    private final HBox tabs = new HBox(4);
    private final StackPane body = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton recipe;
    private final ToggleButton notes;
    private final ToggleButton record;
    private final VBox listed = new VBox(12);
    private final RecordSlip slip;

    ArtPanelView(ArtViewModel art, Words words, List<Node> foot) {
        this.art = art;
        this.words = words;
        setId("art-panel");
        getStyleClass().addAll("surface-1", "line-left");
        slip =
                new RecordSlip(
                        new SlipWords(words.locale()),
                        Words.of("shell", words.locale()),
                        art.record()::keepReceipt);
        recipe = tab("recipe", new RecipeView(art.recipe(), words));
        notes = tab("notes", scrolled(listed));
        record = tab("record", scrolled(record()));
        tabs.getStyleClass().add("panel-tabs");
        tabs.getChildren().addAll(recipe, notes, record);
        VBox.setVgrow(body, Priority.ALWAYS);
        var row = new HBox(8);
        row.getChildren().addAll(foot);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("panel-foot", "line-above");
        getChildren().addAll(tabs, body, row);
        listed.getStyleClass().add("panel");
        art.record().facts().addListener((property, before, now) -> slip.show(now));
        art.record().notes().addListener((property, before, now) -> list(now));
        art.takes().chosen().addListener((property, before, now) -> mark());
        art.record()
                .looked()
                .bind(
                        sceneProperty()
                                .isNotNull()
                                .and(notes.selectedProperty().or(record.selectedProperty())));
        record.setSelected(true);
        list(List.of());
    }

    private Node record() {
        var nothing = new Label(words.get("record.none"));
        nothing.setId("record-none");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("soft");
        nothing.visibleProperty().bind(slip.visibleProperty().not());
        nothing.managedProperty().bind(nothing.visibleProperty());
        slip.managedProperty().bind(slip.visibleProperty());
        var box = new VBox(nothing, slip);
        box.getStyleClass().add("panel");
        return box;
    }

    private static ScrollPane scrolled(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private ToggleButton tab(String id, Node content) {
        var tab = new ToggleButton(words.get(id));
        tab.setId("tab-" + id);
        tab.getStyleClass().addAll("panel-tab", "room-tab");
        tab.setToggleGroup(group);
        tab.setOnAction(event -> tab.setSelected(true));
        content.visibleProperty().bind(tab.selectedProperty());
        StackPane.setAlignment(content, Pos.TOP_LEFT);
        body.getChildren().add(content);
        return tab;
    }

    /// Shows the recipe; answers whether it was shown before.
    boolean showRecipe() {
        boolean wasShown = recipe.isSelected();
        recipe.setSelected(true);
        return wasShown;
    }

    /// Shows the record of the take on the canvas.
    void showRecord() {
        record.setSelected(true);
    }

    private void mark() {
        boolean isSentBack = RecordViewModel.isSentBack(art.takes().made());
        notes.setGraphic(isSentBack ? new MarkIcon(Mark.CHANGES) : null);
    }

    private void list(List<RecordViewModel.Note> all) {
        listed.getChildren().setAll(all.stream().map(this::note).toList());
        if (all.isEmpty()) {
            var nothing = new Label(words.get("notes.none"));
            nothing.setId("notes-none");
            nothing.setWrapText(true);
            nothing.getStyleClass().add("soft");
            listed.getChildren().add(nothing);
        }
    }

    private Node note(RecordViewModel.Note note) {
        var tick = new CheckBox(note.words());
        tick.setId("note-" + note.time().toEpochMilli());
        tick.setWrapText(true);
        tick.setSelected(note.isDone());
        tick.setAccessibleText(words.get("notes.tick", note.words()));
        tick.selectedProperty()
                .addListener((property, before, now) -> art.record().tick(note, now));
        var by =
                new Label(
                        words.get(
                                "notes.by",
                                note.by(),
                                words.get("verdict." + note.decision().wireName()),
                                words.day(note.time())));
        by.getStyleClass().add("caption");
        return new VBox(4, tick, by);
    }

    /// The buttons at the foot.
    static List<Node> foot(TakeActions actions, Node canvas, Words words) {
        Button submit = Buttons.primary("submit-open", words.get("submit"), actions::submit);
        Button export = Buttons.quiet("export", words.get("export"), () -> actions.export(canvas));
        return List.of(export, Gaps.across(), submit);
    }
}
