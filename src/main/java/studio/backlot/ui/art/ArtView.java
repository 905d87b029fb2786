package studio.backlot.ui.art;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.ui.gallery.CardImages;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.RoomView;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;
import studio.backlot.ui.widget.ZoomPane;

/// The artist's room: canvas and prompt bar in the middle, takes below, the recipe at the right.
public final class ArtView implements RoomView {
    private static final double ABOVE_TAKES = 16;
    private static final double PANEL = 300;

    private final ArtViewModel art;
    private final Words words;
    private final CanvasView canvas;
    private final PromptBarView bar;
    private final TakeActions actions;
    private final BorderPane node = new BorderPane();
    private final VBox panel = new VBox();

    public ArtView(ShellViewModel shell, Overlay overlay, Locale locale) {
        words = Words.of("art", locale);
        art = new ArtViewModel(shell, words);
        canvas = new CanvasView(art);
        actions = new TakeActions(art, shell, overlay, words, Words.of("shell", locale));
        bar = new PromptBarView(art, words, this::togglePanel);
        var images =
                new CardImages(
                        shell.io(),
                        asset ->
                                ArtSession.small(
                                        art.session().orElseThrow().show().production(), asset));
        var options =
                new OptionsBarView(
                        art,
                        canvas,
                        words,
                        () -> overlay.card(new NewSlotView(art, overlay, words)));
        node.setId("art");
        node.setTop(options);
        node.setCenter(middle());
        node.setBottom(new TakesView(art, actions, images, words));
        buildPanel();
        node.setRight(panel);
    }

    private Node middle() {
        var empty = new EmptyCanvasView(art, words);
        var stack = new StackPane(canvas, empty, bar);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(bar, new Insets(0, ABOVE_TAKES, ABOVE_TAKES, ABOVE_TAKES));
        bar.heightProperty()
                .addListener((property, before, now) ->
                        canvas.zoom().freeBelow().set(now.doubleValue() + 2 * ABOVE_TAKES));
        stack.setMinSize(0, 0);
        return stack;
    }

    private void buildPanel() {
        panel.setId("art-panel");
        panel.getStyleClass().addAll("surface-1", "line-left");
        panel.setPrefWidth(PANEL);
        panel.setMinWidth(PANEL);
        var title = new Label(words.get("recipe"));
        title.getStyleClass().addAll("section", "panel-title");
        Button submit = Buttons.primary("submit-open", words.get("submit"), actions::submit);
        Button export = Buttons.quiet("export", words.get("export"), () -> actions.export(canvas));
        var foot = new HBox(8, export, Gaps.across(), submit);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("panel-foot", "line-above");
        panel.getChildren().addAll(title, new RecipeView(art.recipe(), words), Gaps.down(), foot);
    }

    private void togglePanel() {
        node.setRight(node.getRight() == null ? panel : null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void open(OpenShow show) {
        art.open(show);
    }

    @Override
    public void close() {
        art.close();
    }

    @Override
    public void focus() {
        bar.prompt().requestFocus();
    }

    @Override
    public List<Command> commands() {
        ZoomPane zoom = canvas.zoom();
        return List.of(
                Command.of("run", words, art::generate),
                Command.of("newSeed", words, this::newSeed),
                Command.of("stop", words, art::stopAll),
                Command.of("submit", words, actions::submit),
                Command.of("export", words, () -> actions.export(canvas)),
                Command.of("fit", words, zoom::fit),
                Command.of("actual", words, zoom::actualSize),
                Command.of("flip", words, () -> flip(zoom.mirrored())),
                Command.of("values", words, () -> flip(canvas.values())),
                Command.of("guides", words, () -> flip(canvas.guides())),
                Command.of("newer", words, () -> art.step(-1)),
                Command.of("older", words, () -> art.step(1)),
                Command.of("star", words, this::star),
                Command.of("panel", words, this::togglePanel));
    }

    private void newSeed() {
        art.recipe().seedKept().set(false);
        art.generate();
    }

    private void star() {
        art.chosen()
                .get()
                .filter(take -> take instanceof Take.Made)
                .ifPresent(take -> art.star((Take.Made) take));
    }

    private static void flip(javafx.beans.property.BooleanProperty property) {
        property.set(!property.get());
    }
}
