package studio.backlot.ui.production;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import studio.backlot.clearance.NodeKind;
import studio.backlot.ui.production.ProductionFacts.Place;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.ShownAs;
import studio.backlot.ui.widget.Words;

/// The places of the show, each indented under the one it lies in; what lies in the chosen one is
/// typed at the foot, or comes from the headings of a script.
final class PlacesView extends PartView {
    private static final double INDENT = 24;

    private final PlacesViewModel places;
    private final PlaceForms forms;
    private final ListView<Place> list;
    private final ComboBox<NodeKind> kind = new ComboBox<>();
    private final TextField path = new TextField();
    private final FlowPane chosen = buttons();

    PlacesView(ProductionViewModel production, Overlay overlay, Words words) {
        super(ProductionPart.PLACES, production, overlay, words);
        places = new PlacesViewModel(production, words);
        forms = new PlaceForms(this, places);
        list = list("places", words.get("places.none"), this::row);
        kind.setId("place-kind");
        kind.getItems().setAll(NodeKind.values());
        kind.setValue(NodeKind.EPISODE);
        kind.setConverter(new ShownAs<>(this::name));
        kind.setAccessibleText(words.get("places.kind"));
        path.setId("place-path");
        path.setPromptText(words.get("places.prompt"));
        path.setAccessibleText(words.get("places.path"));
        path.setOnAction(event -> add());
        HBox.setHgrow(path, Priority.ALWAYS);
        Button script =
                recording(Buttons.quiet("place-script", words.get("places.script"), this::script));
        script.setMinWidth(USE_PREF_SIZE);
        whenChosen(list, this::choose);
        var adding =
                new HBox(
                        8,
                        kind,
                        path,
                        recording(Buttons.quiet("place-add", words.get("places.add"), this::add)),
                        script);
        fill(list, chosen, adding, label(words.get("places.why"), "caption"));
    }

    @Override
    void show(ProductionFacts facts) {
        refill(list, facts.places(), Place::path);
    }

    private String name(NodeKind one) {
        return words().get("kind." + one.wireName());
    }

    private Node row(Place place) {
        String assets =
                place.kind() == NodeKind.SLOT ? words().get("places.plates", place.plates()) : "";
        Node row = row(Optional.empty(), place.name(), name(place.kind()), assets);
        row.setAccessibleText(place.path());
        ((Region) row).setPadding(new Insets(0, 0, 0, INDENT * place.depth()));
        return row;
    }

    private void choose(Optional<Place> now) {
        chosen.getChildren().clear();
        path.setText(now.map(PlacesView::within).orElse(""));
        now.ifPresent(one -> {
            List<NodeKind> below =
                    List.of(NodeKind.values()).stream()
                            .filter(kindBelow -> kindBelow.isPartOf(one.kind()))
                            .toList();
            kind.setValue(below.stream().findFirst().orElse(NodeKind.SLOT));
            chosen.getChildren()
                    .add(
                            recording(
                                    Buttons.quiet(
                                            "place-remove",
                                            words().get("places.remove", one.path()),
                                            () -> forms.remove(one))));
            if (one.kind() == NodeKind.SLOT) {
                chosen.getChildren()
                        .add(
                                recording(
                                        Buttons.quiet(
                                                "place-assign",
                                                words().get("places.assign"),
                                                () -> forms.assign(one))));
            }
        });
        chosen.setManaged(!chosen.getChildren().isEmpty());
    }

    /// Where a path begins that lies in this place, or beside a slot.
    private static String within(Place place) {
        return place.kind() == NodeKind.SLOT
                ? place.path().substring(0, place.path().lastIndexOf('/') + 1)
                : place.path() + "/";
    }

    private void add() {
        if (!path.getText().isBlank()) {
            places.add(kind.getValue(), path.getText().strip(), this::clear);
        }
    }

    private void clear() {
        String typed = path.getText().strip();
        path.setText(typed.substring(0, typed.lastIndexOf('/') + 1));
        path.end();
    }

    private void script() {
        var chooser = new FileChooser();
        chooser.setTitle(words().get("places.script"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::readScript);
    }

    /// Reads the headings of a script and asks whether they become sequences of the chosen episode.
    void readScript(Path file) {
        String below =
                Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                        .filter(one -> one.kind() == NodeKind.EPISODE)
                        .map(Place::path)
                        .orElse("");
        places.scenes(file, below, scenes -> forms.add(scenes, below));
    }
}
