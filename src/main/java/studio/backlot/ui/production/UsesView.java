package studio.backlot.ui.production;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.Area;
import studio.backlot.ui.production.FormCard.Form;
import studio.backlot.ui.production.ProductionFacts.DeclaredUse;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Fields;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;

/// The use cases that are declared; each has a page of its own, in Review.
final class UsesView extends PartView {
    private final UsesViewModel uses;
    private final Consumer<UUID> page;
    private final ListView<DeclaredUse> list;

    /// `page` opens the page of a use case.
    UsesView(ProductionViewModel production, Overlay overlay, Words words, Consumer<UUID> page) {
        super(ProductionPart.USE_CASES, production, overlay, words);
        this.page = page;
        uses = new UsesViewModel(production, words);
        list = list("uses", words.get("useCases.none"), this::row);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        open();
                    }
                });
        Button opening = Buttons.quiet("use-open", words.get("useCases.open"), this::open);
        opening.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        fill(
                list,
                buttons(
                        opening,
                        recording(Buttons.quiet("use-add", words.get("useCases.add"), this::add))));
    }

    @Override
    void show(ProductionFacts facts) {
        refill(list, facts.useCases(), DeclaredUse::id);
    }

    private Node row(DeclaredUse one) {
        Mark mark =
                switch (one.standing()) {
                    case APPROVED -> Mark.APPROVED;
                    case REFUSED -> Mark.REJECTED;
                    case OPEN -> Mark.IN_REVIEW;
                };
        return row(
                Optional.of(new MarkIcon(mark)),
                one.title().isEmpty() ? words().get("sealed") : one.title(),
                "",
                words().get("useCase." + one.standing().wireName(), one.unanswered()));
    }

    private void open() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .map(DeclaredUse::id)
                .ifPresent(page);
    }

    private void add() {
        var title = new TextField();
        title.setId("use-title");
        title.setPromptText(words().get("useCases.prompt"));
        var where = new TextField();
        where.setId("use-where");
        where.setPromptText(words().get("useCases.everywhere"));
        Map<Area, CheckBox> boxes = new EnumMap<>(Area.class);
        var areas = new VBox(8);
        for (Area area : Area.values()) {
            var box = new CheckBox(words().get("area." + area.wireName()));
            box.setId("area-" + area.wireName());
            boxes.put(area, box);
            areas.getChildren().add(box);
        }
        ask(
                new Form(
                        "use",
                        words().get("useCases.new"),
                        words().get("useCases.declare"),
                        List.of(
                                label(words().get("useCases.why"), "soft"),
                                Fields.row(words().get("useCases.title"), title),
                                Fields.row(words().get("useCases.where"), where),
                                label(words().get("useCases.areas"), "label-2"),
                                areas),
                        false),
                (passphrase, ending) ->
                        uses.declare(title.getText(), where.getText(), ticked(boxes), ending));
    }

    private static Set<Area> ticked(Map<Area, CheckBox> boxes) {
        Set<Area> areas = EnumSet.noneOf(Area.class);
        boxes.forEach((area, box) -> {
            if (box.isSelected()) {
                areas.add(area);
            }
        });
        return areas;
    }
}
