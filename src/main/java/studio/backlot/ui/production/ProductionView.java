package studio.backlot.ui.production;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.ConsentRecord;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.PolicyDifference;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.PassphraseView;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.ShownAs;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.OpenedConsent;

/// The page of the production, one section under the other.
public final class ProductionView {
    private final ProductionViewModel production;
    private final Overlay overlay;
    private final Words words;
    private final Words frame;
    private final VBox sections = new VBox(32);
    private final ScrollPane node = new ScrollPane(sections);

    public ProductionView(ProductionViewModel production, Overlay overlay, Locale locale) {
        this.production = production;
        this.overlay = overlay;
        words = Words.of("production", locale);
        frame = Words.of("shell", locale);
        node.setId("production");
        node.setFitToWidth(true);
        node.getStyleClass().add("surface-0");
        sections.getStyleClass().add("page");
        production.facts().addListener((property, before, now) -> now.ifPresent(this::show));
    }

    /// The whole page.
    public Node node() {
        production.load();
        return node;
    }

    private void show(ProductionFacts facts) {
        sections.getChildren()
                .setAll(
                        people(facts),
                        places(facts),
                        useCases(facts),
                        policy(facts),
                        consents(facts),
                        anchors(facts));
    }

    private VBox section(String name) {
        var title = new Label(words.get(name));
        title.getStyleClass().add("title");
        var box = new VBox(8, title);
        box.setId("section-" + name);
        return box;
    }

    private Node row(String text, String state, Node... buttons) {
        var label = new Label(text);
        label.setWrapText(true);
        var standing = new Label(state);
        standing.getStyleClass().add("soft");
        var row = new HBox(16, label, standing, Gaps.across());
        row.getChildren().addAll(buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("page-row", "line-below");
        return row;
    }

    private Node people(ProductionFacts facts) {
        VBox box = section("people");
        facts.people().forEach(one -> box.getChildren().add(person(one)));
        return box;
    }

    private Node person(EnrolledPersons.Standing one) {
        String roles =
                String.join(
                        words.get("comma"),
                        one.person().roles().stream().sorted().map(this::role).toList());
        Node row = row(words.get("person", one.person().name(), roles), standing(one));
        if (row instanceof HBox box && !one.isRetired() && !production.isActor(one.person().id())) {
            if (!one.isVouched()) {
                box.getChildren()
                        .add(
                                Buttons.quiet(
                                        "vouch-" + one.person().id(),
                                        words.get("vouch"),
                                        () ->
                                                sign(
                                                        words.get("vouch.why", one.person().name()),
                                                        typed ->
                                                                production.vouch(
                                                                        one.person(), typed))));
            }
            box.getChildren()
                    .add(
                            Buttons.quiet(
                                    "retire-" + one.person().id(),
                                    words.get("retire"),
                                    () ->
                                            sign(
                                                    words.get("retire.why", one.person().name()),
                                                    typed ->
                                                            production.retire(
                                                                    one.person(), typed))));
        }
        return row;
    }

    private String role(Role role) {
        return words.get("role." + role.wireName());
    }

    private String standing(EnrolledPersons.Standing one) {
        if (one.isRetired()) {
            return words.get("standing.retired");
        }
        if (one.isFirst()) {
            return words.get("standing.first");
        }
        return words.get(one.isVouched() ? "standing.vouched" : "standing.unvouched");
    }

    /// Asks for the passphrase where there is one.
    private void sign(String why, Consumer<String> then) {
        if (production.needsPassphrase()) {
            overlay.card(new PassphraseView(overlay, frame, why, then));
        } else {
            then.accept("");
        }
    }

    private Node places(ProductionFacts facts) {
        VBox box = section("places");
        if (facts.places().isEmpty()) {
            box.getChildren().add(caption(words.get("places.none")));
        }
        facts.places()
                .forEach(place ->
                        box.getChildren()
                                .add(
                                        row(
                                                place.path(),
                                                words.get("kind." + place.kind().wireName()))));
        var kind = new ComboBox<NodeKind>();
        kind.setId("place-kind");
        kind.getItems().setAll(NodeKind.values());
        kind.setValue(NodeKind.EPISODE);
        kind.setConverter(new ShownAs<>(one -> words.get("kind." + one.wireName())));
        kind.setAccessibleText(words.get("places.kind"));
        var path = new TextField();
        path.setId("place-path");
        path.setPromptText(words.get("places.prompt"));
        path.setAccessibleText(words.get("places.prompt"));
        HBox.setHgrow(path, Priority.ALWAYS);
        box.getChildren()
                .add(
                        new HBox(
                                8,
                                kind,
                                path,
                                Buttons.quiet(
                                        "place-add",
                                        words.get("places.add"),
                                        () ->
                                                production.addPlace(
                                                        kind.getValue(), path.getText().strip()))));
        return box;
    }

    private Node useCases(ProductionFacts facts) {
        VBox box = section("useCases");
        if (facts.useCases().isEmpty()) {
            box.getChildren().add(caption(words.get("useCases.none")));
        }
        facts.useCases()
                .forEach(one ->
                        box.getChildren()
                                .add(
                                        row(
                                                one.title().isEmpty()
                                                        ? words.get("sealed")
                                                        : one.title(),
                                                words.get(
                                                        "useCase." + one.standing().wireName(),
                                                        one.unanswered()))));
        return box;
    }

    private Node policy(ProductionFacts facts) {
        VBox box = section("policy");
        box.getChildren().add(row(frame.get("preset." + facts.rules().preset().wireName()), ""));
        for (PolicyDifference difference : facts.rules().differences()) {
            box.getChildren()
                    .add(
                            row(
                                    difference.where(),
                                    words.get(
                                            "difference",
                                            difference.policy(),
                                            difference.preset())));
        }
        return box;
    }

    private Node consents(ProductionFacts facts) {
        VBox box = section("consents");
        if (facts.consents().isEmpty()) {
            box.getChildren().add(caption(words.get("consents.none")));
        }
        for (OpenedConsent one : facts.consents()) {
            String subject =
                    one.record().map(ConsentRecord::subject).orElseGet(() -> words.get("erased"));
            String state = one.consent().withdrawn().isPresent() ? "withdrawn" : "inForce";
            box.getChildren().add(row(subject, words.get("consent." + state)));
        }
        return box;
    }

    private Node anchors(ProductionFacts facts) {
        VBox box = section("anchors");
        ProductionFacts.Anchors anchors = facts.anchors();
        box.getChildren()
                .add(
                        anchors.folder()
                                .map(folder ->
                                        row(
                                                folder.toString(),
                                                anchors.last()
                                                        .map(when ->
                                                                words.get(
                                                                        "anchors.last",
                                                                        words.day(when),
                                                                        words.time(when)))
                                                        .orElseGet(
                                                                () -> words.get("anchors.never"))))
                                .orElseGet(() -> caption(words.get("anchors.none"))));
        anchors.keyWords()
                .forEach(line -> {
                    var label = new Label(line);
                    label.getStyleClass().add("mono");
                    box.getChildren().add(label);
                });
        box.getChildren().add(caption(words.get("anchors.fingerprint")));
        return box;
    }

    private static Node caption(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("caption");
        return label;
    }
}
