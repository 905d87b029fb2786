package studio.backlot.ui.production;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The page of the production: its parts in a navigation at the left, the chosen one beside it.
public final class ProductionView {
    private static final double NAVIGATION = 200;

    private final ProductionViewModel production;
    private final Overlay overlay;
    private final Words words;
    private final Consumer<UUID> useCase;
    private final Map<ProductionPart, PartView> parts = new EnumMap<>(ProductionPart.class);
    private final StackPane page = new StackPane();
    private final VBox unread = new VBox(12);
    private final BorderPane node = new BorderPane();

    /// `useCase` opens the page of a use case.
    public ProductionView(
            ProductionViewModel production,
            Overlay overlay,
            Locale locale,
            Consumer<UUID> useCase) {
        this.production = production;
        this.overlay = overlay;
        this.useCase = useCase;
        words = Words.of("production", locale);
        node.setId("production");
        node.getStyleClass().add("surface-0");
        node.setLeft(navigation());
        node.setCenter(page);
        unread.getStyleClass().add("nothing");
        production.part().addListener((property, before, now) -> follow());
        production.unread().addListener((property, before, now) -> follow());
        production.isReadOnly().addListener((property, before, now) -> follow());
    }

    /// The whole page.
    public Node node() {
        production.load();
        follow();
        return node;
    }

    private VBox navigation() {
        var title = new Label(words.get("title"));
        title.getStyleClass().addAll("section", "nav-title");
        var all = new VBox(title);
        all.setId("production-nav");
        all.getStyleClass().addAll("surface-1", "line-right", "review-nav");
        all.setMinWidth(NAVIGATION);
        all.setPrefWidth(NAVIGATION);
        all.setMaxWidth(NAVIGATION);
        for (ProductionPart part : ProductionPart.values()) {
            all.getChildren().add(item(part));
        }
        return all;
    }

    private ToggleButton item(ProductionPart part) {
        var item = new ToggleButton(words.get(part.wireName()));
        item.setId("nav-" + part.wireName());
        item.setMaxWidth(Double.MAX_VALUE);
        item.getStyleClass().add("nav-item");
        item.setOnAction(event -> production.part().set(part));
        Runnable mark = () -> item.setSelected(production.part().get() == part);
        production.part().addListener((property, before, now) -> mark.run());
        item.selectedProperty().addListener((property, before, now) -> mark.run());
        mark.run();
        return item;
    }

    private void follow() {
        String why = production.unread().get();
        if (!why.isEmpty()) {
            var heading = new Label(words.get("unread"));
            heading.getStyleClass().add("heading");
            var reason = new Label(why);
            reason.setWrapText(true);
            unread.getChildren()
                    .setAll(
                            heading,
                            reason,
                            Buttons.quiet("read-again", words.get("again"), production::load));
            page.getChildren().setAll(unread);
        } else {
            page.getChildren().setAll(part(production.part().get()));
        }
    }

    /// Parts are made when they are first shown.
    private PartView part(ProductionPart part) {
        return Optional.ofNullable(parts.get(part))
                .orElseGet(() -> {
                    PartView made =
                            switch (part) {
                                case PEOPLE -> new PeopleView(production, overlay, words);
                                case PLACES -> new PlacesView(production, overlay, words);
                                case USE_CASES -> new UsesView(production, overlay, words, useCase);
                                case POLICY -> new PolicyView(production, overlay, words);
                                case CONSENTS -> new ConsentsView(production, overlay, words);
                                case ANCHORS -> new AnchorsView(production, overlay, words);
                            };
                    parts.put(part, made);
                    return made;
                });
    }
}
