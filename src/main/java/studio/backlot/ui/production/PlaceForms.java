package studio.backlot.ui.production;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.UseLabel;
import studio.backlot.ui.production.FormCard.Form;
import studio.backlot.ui.production.ProductionFacts.Place;
import studio.backlot.ui.widget.Fields;
import studio.backlot.ui.widget.ShownAs;

/// The sheets on which something is done about a place: removing it, assigning a plate to it,
/// adding the scenes of a script in it.
final class PlaceForms {
    private final PartView view;
    private final PlacesViewModel places;

    PlaceForms(PartView view, PlacesViewModel places) {
        this.view = view;
        this.places = places;
    }

    /// Asks whether to remove a place.
    void remove(Place place) {
        view.ask(
                new Form(
                        "remove",
                        view.words().get("places.remove", place.path()),
                        view.words().get("places.remove.do"),
                        List.of(view.label(view.words().get("places.remove.why"), "soft")),
                        false),
                (passphrase, ending) -> places.remove(place.path(), ending));
    }

    /// Asks which plate is meant for a slot.
    void assign(Place place) {
        var plate = new TextField();
        plate.setId("assign-plate");
        plate.setPromptText(view.words().get("places.assign.prompt"));
        var use = new ComboBox<UseLabel>();
        use.setId("assign-use");
        use.getItems().setAll(UseLabel.values());
        use.setConverter(new ShownAs<>(one -> view.words().get("use." + one.wireName())));
        view.ask(
                new Form(
                        "assign",
                        view.words().get("places.assign.title", place.path()),
                        view.words().get("places.assign.do"),
                        List.of(
                                Fields.row(view.words().get("places.assign.plate"), plate),
                                Fields.row(view.words().get("places.assign.use"), use)),
                        false),
                (passphrase, ending) ->
                        places.assign(
                                plate.getText(),
                                place.path(),
                                Optional.ofNullable(use.getValue()),
                                ending));
    }

    /// Asks whether the scenes of a script become sequences below a path.
    void add(List<PlacesViewModel.Scene> scenes, String below) {
        var found = new VBox(4);
        scenes.forEach(scene ->
                found.getChildren()
                        .add(
                                view.label(
                                        view.words()
                                                .get(
                                                        scene.isThere()
                                                                ? "places.scene.there"
                                                                : "places.scene",
                                                        scene.code(),
                                                        scene.heading()),
                                        scene.isThere() ? "caption" : "label-2")));
        String where = below.isEmpty() ? view.words().get("places.scenes.show") : below;
        view.ask(
                new Form(
                        "scenes",
                        view.words().get("places.scenes", scenes.size(), where),
                        view.words().get("places.scenes.do"),
                        List.of(view.label(view.words().get("places.scenes.why"), "soft"), found),
                        false),
                (passphrase, ending) -> places.addScenes(scenes, below, ending));
    }
}
