package studio.backlot.ui.art;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Menus;
import studio.backlot.ui.widget.Words;

/// The bar in which a plate is described and asked for.
final class PromptBarView extends VBox {
    private static final double NARROW = 560;
    private static final double WIDE = 720;
    private static final int MOST_TAKES = 8;

    private final ArtViewModel art;
    private final RecipeViewModel recipe;
    private final Words words;
    private final TextArea prompt = new TextArea();

    PromptBarView(ArtViewModel art, Words words, Runnable showRecipe) {
        this.art = art;
        this.recipe = art.recipe();
        this.words = words;
        setId("prompt-bar");
        getStyleClass().addAll("floating", "prompt-bar");
        setSpacing(8);
        setMinWidth(NARROW);
        setMaxSize(WIDE, USE_PREF_SIZE);
        prompt.setId("prompt");
        prompt.getStyleClass().addAll("bare", "prompt");
        prompt.setWrapText(true);
        prompt.setPrefRowCount(2);
        prompt.setPromptText(words.get("prompt.empty"));
        prompt.setAccessibleText(words.get("prompt.hint"));
        prompt.textProperty().bindBidirectional(recipe.prompt());
        getChildren().addAll(prompt, row(showRecipe), unknown());
    }

    /// The text field.
    Node prompt() {
        return prompt;
    }

    /// What the pack's card does not name, said quietly under the bar.
    private Node unknown() {
        var label = new Label();
        label.setId("unknown-words");
        label.setWrapText(true);
        label.getStyleClass().add("caption");
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> unknownWords(), recipe.prompt(), recipe.pack()));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private String unknownWords() {
        String listed =
                recipe.pack()
                        .get()
                        .map(pack ->
                                String.join(
                                        words.get("comma"), pack.unknownIn(recipe.prompt().get())))
                        .orElse("");
        return listed.isEmpty() ? "" : words.get("unknown", listed);
    }

    private Node row(Runnable showRecipe) {
        var frame = new MenuButton();
        frame.setId("frame");
        frame.getStyleClass().add("chip");
        frame.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words(recipe.frame().get()), recipe.frame()));
        frame.getItems()
                .setAll(
                        FrameChoice.all().stream()
                                .map(choice ->
                                        Menus.item(words(choice), () -> recipe.frame().set(choice)))
                                .toList());
        var takes = new MenuButton();
        takes.setId("takes-count");
        takes.getStyleClass().add("chip");
        takes.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.get("takes", recipe.takes().get()), recipe.takes()));
        takes.getItems()
                .setAll(
                        List.of(1, 2, 4, MOST_TAKES).stream()
                                .map(count ->
                                        Menus.item(
                                                words.get("takes", count),
                                                () -> recipe.takes().set(count)))
                                .toList());
        Button open = Buttons.quiet("show-recipe", words.get("recipe"), showRecipe);
        open.getStyleClass().add("chip");
        var time = new Label();
        time.getStyleClass().add("caption");
        time.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        art.runs()
                                                .estimate()
                                                .get()
                                                .map(left ->
                                                        words.get(
                                                                "about",
                                                                Math.max(1, left.toSeconds())))
                                                .orElse(""),
                                art.runs().estimate()));
        Button generate = Buttons.primary("generate", words.get("generate"), art.runs()::generate);
        generate.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> recipe.prompt().get().isBlank(), recipe.prompt()));
        var row = new HBox(8, frame, takes, open, Gaps.across(), time, generate);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String words(FrameChoice choice) {
        return switch (choice) {
            case FrameChoice.Own own ->
                    own.upscale() == 1
                            ? words.get("frame.own")
                            : words.get("frame.enlarged", own.upscale());
            case FrameChoice.Exact exact ->
                    words.get(
                            exact.overscanPercent() > 0 ? "frame.overscan" : "frame.exact",
                            exact.frame().name(),
                            String.valueOf(exact.frame().size().width()),
                            String.valueOf(exact.frame().size().height()));
        };
    }
}
