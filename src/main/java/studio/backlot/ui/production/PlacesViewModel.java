package studio.backlot.ui.production;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.scene.SceneHeading;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.EditShowTree;
import studio.backlot.workflow.FindWork;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ScriptFile;

/// What is done about the places of a show. For the window's thread.
final class PlacesViewModel {
    private static final ProductionPart PART = ProductionPart.PLACES;
    private static final int LONGEST_CODE = 40;

    private final ProductionViewModel production;
    private final Words words;

    PlacesViewModel(ProductionViewModel production, Words words) {
        this.production = production;
        this.words = words;
    }

    /// A sequence that a scene heading of a script gives: the code that it would have, the heading,
    /// and whether there is one of that code already.
    record Scene(String code, String heading, boolean isThere) {}

    private EditShowTree tree(OpenProduction open) {
        return new EditShowTree(open, show().studio().context().ids());
    }

    private OpenShow show() {
        return production.show().orElseThrow();
    }

    /// Adds a place; `added` is told when it is there.
    void add(NodeKind kind, String path, Runnable added) {
        production.act(
                PART,
                open -> tree(open).add(kind, path, production.everyday()),
                node -> {
                    production.say(Message.of(words.get("places.added", path)));
                    added.run();
                });
    }

    /// Removes a place with all that lies in it.
    void remove(String path, FormCard.Ending ending) {
        production.act(
                PART,
                open -> tree(open).remove(path, production.everyday()),
                entry -> {
                    ending.done().run();
                    production.say(Message.of(words.get("places.removed", path)));
                },
                ending.otherwise());
    }

    /// Says that a plate, by its record or its hash, is meant for a slot and a use.
    void assign(String plate, String slot, Optional<UseLabel> use, FormCard.Ending ending) {
        production.act(
                PART,
                open -> {
                    ContentHash asset = new FindWork(open).asset(plate.strip());
                    return tree(open)
                            .assign(asset, Optional.of(slot), use, show().everyday(Role.ARTIST));
                },
                entry -> {
                    ending.done().run();
                    production.say(Message.of(words.get("places.assigned", plate.strip(), slot)));
                },
                ending.otherwise());
    }

    /// The sequences that the headings of a script give below this path, empty for the show.
    void scenes(Path script, String below, Consumer<List<Scene>> then) {
        production.act(
                PART,
                open -> {
                    var codes = new LinkedHashSet<String>();
                    List<Scene> scenes = new ArrayList<>();
                    int place = 0;
                    for (SceneHeading heading :
                            SceneHeading.allIn(ScriptFile.open(script).text())) {
                        place++;
                        String code = code(heading.number(), place, codes);
                        boolean isThere =
                                open.register().showTree().find(path(below, code)).isPresent();
                        scenes.add(new Scene(code, heading.text(), isThere));
                    }
                    if (scenes.isEmpty()) {
                        throw new IllegalArgumentException(
                                words.get("places.script.none", script.getFileName().toString()));
                    }
                    return scenes;
                },
                then);
    }

    private static String code(Optional<String> number, int place, Set<String> taken) {
        String code =
                number.filter(one -> one.length() <= LONGEST_CODE && !one.contains("/"))
                        .orElseGet(() -> "%03d".formatted(place));
        String free = code;
        for (int again = 2; !taken.add(free); again++) {
            free = code + "-" + again;
        }
        return free;
    }

    private static String path(String below, String name) {
        return below.isEmpty() ? name : below + "/" + name;
    }

    /// Adds these sequences below a path, those that are there already left out.
    void addScenes(List<Scene> scenes, String below, FormCard.Ending ending) {
        production.act(
                PART,
                open -> {
                    int added = 0;
                    for (Scene scene : scenes) {
                        if (!scene.isThere()) {
                            tree(open)
                                    .add(
                                            NodeKind.SEQUENCE,
                                            path(below, scene.code()),
                                            production.everyday());
                            added++;
                        }
                    }
                    return added;
                },
                added -> {
                    ending.done().run();
                    production.say(Message.of(words.get("places.scenes.added", added)));
                },
                ending.otherwise());
    }
}
