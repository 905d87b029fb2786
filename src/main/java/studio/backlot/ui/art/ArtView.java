package studio.backlot.ui.art;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import studio.backlot.catalog.ModelPack;
import studio.backlot.ui.gallery.CardImages;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.RoomView;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.ui.widget.ZoomPane;

/// The artist's room: canvas and prompt bar in the middle, takes below, recipe, notes and record at
/// the right.
public final class ArtView implements RoomView {
    private static final double ABOVE_TAKES = 16;

    /// The line under the plate that names its slot and version.
    private static final double NAME_OF_FRAME = 16;

    private static final double LINE_STEP = 0.05;

    private final ArtViewModel art;
    private final Words words;
    private final CanvasView canvas;
    private final PromptBarView bar;
    private final TakeActions actions;
    private final ArtPanelView panel;
    private final Overlay overlay;
    private final CardImages images;
    private final ArtLayout node;

    /// `place` is the folder in which what is kept outside of shows has folders of its own.
    public ArtView(ShellViewModel shell, Overlay overlay, Locale locale, Path place) {
        this.overlay = overlay;
        words = Words.of("art", locale);
        art = new ArtViewModel(shell, words, place);
        canvas = new CanvasView(art);
        actions =
                new TakeActions(
                        art, overlay, words, Words.of("shell", locale), place.resolve("exports"));
        bar = new PromptBarView(art, words, this::toggleRecipe);
        panel = new ArtPanelView(art, words, ArtPanelView.foot(actions, canvas, words));
        images =
                new CardImages(
                        shell.io(),
                        asset ->
                                ArtSession.small(
                                        art.room().session().orElseThrow().show().production(),
                                        asset));
        var options =
                new OptionsBarView(
                        art,
                        canvas,
                        words,
                        () -> overlay.card(new NewSlotView(art, overlay, words)));
        node =
                new ArtLayout(
                        new ArtLayout.Regions(
                                options,
                                middle(),
                                bar,
                                new ReferenceView(art.references(), words),
                                new ContactSheetView(art, images, this::toggleSheet),
                                new TakesView(art, actions, images, takesKeys()),
                                panel));
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> hold(event, true));
        node.addEventFilter(KeyEvent.KEY_RELEASED, event -> hold(event, false));
    }

    private TakesView.Openings takesKeys() {
        return new TakesView.Openings(this::toggleSheet, this::compare, this::search);
    }

    private void search() {
        overlay.card(new SearchView(art, overlay, images));
    }

    private Node middle() {
        DroppedFiles.on(canvas, art.references()::take);
        var empty = new EmptyCanvasView(art, words);
        var run = new RunCardView(art, words);
        var stack = new StackPane(canvas, empty, run, bar);
        StackPane.setAlignment(run, Pos.TOP_CENTER);
        StackPane.setMargin(run, new Insets(48, ABOVE_TAKES, 0, ABOVE_TAKES));
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(bar, new Insets(0, ABOVE_TAKES, ABOVE_TAKES, ABOVE_TAKES));
        canvas.zoom()
                .freeBelow()
                .bind(
                        Bindings.when(bar.visibleProperty())
                                .then(bar.heightProperty().add(2 * ABOVE_TAKES + NAME_OF_FRAME))
                                .otherwise(0));
        stack.setMinSize(0, 0);
        return stack;
    }

    /// While Q is held the canvas shows the take before; Tab on the canvas hides the panels.
    private void hold(KeyEvent event, boolean isPressed) {
        boolean isTyping = event.getTarget() instanceof TextInputControl;
        if (event.getCode() == KeyCode.Q && (!isTyping || !isPressed)) {
            art.compare().hold(isPressed);
        } else if (event.getCode() == KeyCode.TAB && isPressed && canvas.isFocused()) {
            node.toggleBare();
            event.consume();
        }
    }

    private void toggleRecipe() {
        boolean wasShown = panel.showRecipe();
        if (wasShown) {
            node.togglePanel();
        } else {
            node.showPanel(true);
        }
    }

    private void showRecord() {
        panel.showRecord();
        node.showPanel(true);
    }

    private void toggleSheet() {
        art.compare().end();
        node.showSheet(!node.isSheet());
        if (!node.isSheet()) {
            canvas.requestFocus();
        }
    }

    private void compare() {
        node.showSheet(false);
        art.compare().toggle();
        canvas.requestFocus();
    }

    /// Goes back from what was opened last; where nothing was, stops all runs.
    private void back() {
        if (art.compare().isOn()) {
            art.compare().end();
        } else if (node.isSheet()) {
            toggleSheet();
        } else {
            art.runs().stopAll();
        }
    }

    /// The next take; where takes are compared, the line between them moves.
    private void step(int by) {
        if (art.compare().isOn()) {
            canvas.comparison().move(by * LINE_STEP);
        } else {
            art.takes().step(by);
        }
    }

    /// Makes the next plates with this pack.
    public void use(ModelPack pack) {
        art.recipe().use(pack);
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
        node.showSheet(false);
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
                Command.of("run", words, art.runs()::generate),
                Command.of("newSeed", words, art.runs()::generateAnew),
                Command.of("stop", words, this::back),
                Command.of("submit", words, actions::submit),
                Command.of("export", words, () -> actions.export(canvas)),
                Command.of("fit", words, zoom::fit),
                Command.of("actual", words, zoom::actualSize),
                Command.of("flip", words, () -> flip(zoom.mirrored())),
                Command.of("values", words, () -> flip(canvas.values())),
                Command.of("guides", words, () -> flip(canvas.guides().isOn())),
                Command.of("newer", words, () -> step(-1)),
                Command.of("older", words, () -> step(1)),
                Command.of("sheet", words, this::toggleSheet),
                Command.of("compare", words, this::compare),
                Command.of("beside", words, () -> flip(art.compare().sideBySide())),
                Command.of("search", words, this::search),
                Command.of("reference", words, () -> actions.addReference(canvas)),
                Command.of("references", words, () -> flip(art.references().isOn())),
                Command.of("handOver", words, actions::handOver),
                Command.of("erase", words, actions::erase),
                Command.of("star", words, () -> art.takes().made().ifPresent(art.takes()::star)),
                Command.of("slip", words, this::showRecord),
                Command.of("panel", words, node::togglePanel));
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }
}
