package studio.backlot.ui.review;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.Principle;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.SignView;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.UseCaseSheet;

/// The use cases: a list at the left, the five questions of the chosen one in rows, and what a
/// producer says to them.
final class UseCasesView extends BorderPane {
    private static final double LIST = 240;

    private final UseCasesViewModel useCases;
    private final Overlay overlay;
    private final Words words;
    private final ListView<UseCaseSheet> list = new ListView<>();
    private final Label title = new Label();
    private final Label scope = new Label();
    private final Label standing = new Label();
    private final TextField reason = new TextField();
    private final VBox page = new VBox(16);

    UseCasesView(UseCasesViewModel useCases, Overlay overlay, Words words) {
        this.useCases = useCases;
        this.overlay = overlay;
        this.words = words;
        setId("use-cases");
        getStyleClass().add("surface-0");
        list.setId("use-case-list");
        list.setItems(useCases.sheets());
        list.setAccessibleText(words.get("nav.use-cases"));
        list.setPlaceholder(new Label(words.get("use-case.empty")));
        list.setCellFactory(view -> new SheetCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        Optional.ofNullable(now)
                                .filter(sheet ->
                                        !useCases.chosen().get().equals(Optional.of(sheet)))
                                .ifPresent(sheet -> useCases.choose(Optional.of(sheet))));
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new VBox(8, list, add());
        left.getStyleClass().addAll("line-right", "use-case-left");
        left.setPrefWidth(LIST);
        setLeft(left);
        title.getStyleClass().add("title");
        title.setId("use-case-title");
        title.setWrapText(true);
        scope.getStyleClass().add("soft");
        standing.setId("use-case-standing");
        standing.setWrapText(true);
        page.getStyleClass().add("page");
        page.getChildren().addAll(title, scope);
        for (Principle principle : Principle.values()) {
            page.getChildren().add(new PrincipleView(principle, useCases, words));
        }
        page.getChildren()
                .addAll(
                        new HBox(
                                Gaps.across(),
                                Buttons.primary(
                                        "use-case-record",
                                        words.get("use-case.record"),
                                        useCases::record)),
                        standing,
                        decision());
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        useCases.chosen().addListener((property, before, now) -> follow(now));
        follow(useCases.chosen().get());
    }

    private HBox add() {
        var name = new TextField();
        name.setId("use-case-name");
        name.setPromptText(words.get("use-case.name"));
        name.setAccessibleText(words.get("use-case.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Runnable declare =
                () ->
                        Optional.of(name.getText())
                                .filter(text -> !text.isBlank())
                                .ifPresent(text -> {
                                    useCases.declare(text);
                                    name.clear();
                                });
        name.setOnAction(event -> declare.run());
        Button add = Buttons.quiet("use-case-add", words.get("use-case.add"), declare);
        add.setMinWidth(USE_PREF_SIZE);
        return new HBox(8, name, add);
    }

    private HBox decision() {
        reason.setId("use-case-reason");
        reason.setPromptText(words.get("use-case.reason"));
        reason.setAccessibleText(words.get("use-case.reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        return new HBox(
                8,
                reason,
                Buttons.quiet("use-case-approve", words.get("verdict.approve"), () -> decide(true)),
                Buttons.quiet("use-case-refuse", words.get("verdict.reject"), () -> decide(false)));
    }

    private void decide(boolean isApproved) {
        String heading = words.get(isApproved ? "use-case.sign.yes" : "use-case.sign.no");
        Consumer<RuntimeException> said = failure -> standing.setText(failure.getMessage());
        if (useCases.needsPassphrase()) {
            overlay.card(
                    new SignView(
                            heading,
                            Words.of("shell", words.locale()),
                            overlay::close,
                            (passphrase, wrong) ->
                                    useCases.decide(
                                            isApproved,
                                            reason.getText(),
                                            passphrase,
                                            overlay::close,
                                            wrong)));
        } else {
            useCases.decide(isApproved, reason.getText(), "", () -> {}, said);
        }
    }

    private void follow(Optional<UseCaseSheet> sheet) {
        page.setVisible(sheet.isPresent());
        sheet.ifPresent(one -> {
            list.getSelectionModel().select(one);
            title.setText(name(one));
            scope.setText(
                    one.scope().isEmpty()
                            ? words.get("use-case.everywhere")
                            : words.get("use-case.in", one.scope()));
            standing.setText(standing(one));
            reason.clear();
        });
    }

    private String name(UseCaseSheet sheet) {
        return sheet.title().isEmpty() ? words.get("use-case.unreadable") : sheet.title();
    }

    private String standing(UseCaseSheet sheet) {
        return switch (sheet.standing()) {
            case APPROVED ->
                    words.get(sheet.isSelfApproved() ? "use-case.is.self" : "use-case.is.approved");
            case REFUSED -> words.get("use-case.is.refused");
            case OPEN ->
                    words.get(sheet.isEscalated() ? "use-case.is.waiting" : "use-case.is.open");
        };
    }

    /// One use case in the list: its title, and how it stands.
    private final class SheetCell extends ListCell<UseCaseSheet> {
        @Override
        protected void updateItem(UseCaseSheet sheet, boolean empty) {
            super.updateItem(sheet, empty);
            setText(empty || sheet == null ? "" : name(sheet));
        }
    }
}
