package studio.backlot.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import studio.backlot.identity.OwnPerson;
import studio.backlot.ui.widget.Menus;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.Studio;

/// What the buttons of the top bar open, and the frame's own commands.
public final class ShellMenus {
    private final ShellViewModel shell;
    private final Studio studio;
    private final ShellView view;
    private final Overlay overlay;
    private final Commands commands;
    private final Words words;
    private final List<String> pages = new ArrayList<>();
    private final Path place;

    /// `place` is the folder in which productions are made unless a person chose another.
    public ShellMenus(
            ShellViewModel shell, ShellView view, Overlay overlay, Words words, Path place) {
        this.shell = shell;
        this.studio = shell.studio();
        this.view = view;
        this.overlay = overlay;
        this.words = words;
        this.place = place;
        commands = new Commands(view, new KeyBindings(shell), overlay::isVisible);
        for (Room room : view.rooms()) {
            add("room." + room.wireName(), () -> enter(room));
        }
        add("show.new", this::makeShow);
        add("show.open", this::openFolder);
        add("show.close", shell::leave);
        add("verify", shell::verify);
        add("runs", this::lamp);
        add("checkpoint", this::saveCheckpoint);
        add("settings", this::settings);
        add("palette", this::palette);
        add("keys", this::keys);
        add("region.next", () -> view.stepRegion(1));
        add("region.previous", () -> view.stepRegion(-1));
        add("fullScreen", this::fullScreen);
        fillMenus();
        var hints = new KeyHints(commands.bindings());
        shell.settings()
                .map(settings -> settings.habits().keys())
                .subscribe(keys -> hints.bringUp(view.all()));
        view.banner().makeShow(this::makeShow);
        view.banner().credits(this::settings);
        view.banner().showFindings(this::showFindings);
        view.start(
                new StartView(
                        new StartViewModel(shell, studio.productions(), words),
                        words,
                        this::makeShow,
                        this::openFolder,
                        this::folder));
    }

    /// All that the last verification found stands on the page that proves the record.
    private void showFindings() {
        enter(Room.REVIEW);
        commands.find("review.proof").ifPresent(command -> command.action().run());
    }

    private void enter(Room room) {
        shell.room().set(room);
        view.leavePage();
    }

    private void add(String id, Runnable action) {
        commands.add(Command.of(id, words, action));
    }

    /// All commands of the frame, and with them those of the room that is shown.
    public Commands commands() {
        return commands;
    }

    /// Adds a page that `app` knows of to the menu of the rest and to the palette.
    public void addPage(Command page) {
        commands.add(page);
        pages.add(page.id());
    }

    private void fillMenus() {
        TopBarView bar = view.bar();
        whileShown(bar.shows(), () -> fillShows(bar.shows()));
        whileShown(bar.more(), () -> fillMore(bar.more()));
        bar.person().setOnShowing(event -> fillPersons(bar.person()));
        bar.seal().setOnAction(event -> seal());
        bar.lamp().setOnAction(event -> lamp());
    }

    /// The keys beside the items are for reading: [Commands] acts on them, also in other windows.
    private static void whileShown(MenuButton menu, Runnable fill) {
        menu.getItems().setAll(new SeparatorMenuItem());
        menu.setOnShowing(event -> fill.run());
        menu.setOnHidden(event -> menu.getItems().forEach(item -> item.setAccelerator(null)));
    }

    private MenuItem item(String id) {
        Command command = commands.find(id).orElseThrow();
        MenuItem item = Menus.item(command.text(), command.action());
        command.key().ifPresent(item::setAccelerator);
        return item;
    }

    private void fillMore(MenuButton menu) {
        menu.getItems().setAll(pages.stream().map(this::item).toList());
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems()
                .addAll(
                        item("shell.settings"),
                        item("shell.palette"),
                        item("shell.keys"),
                        item("shell.fullScreen"));
    }

    private void keys() {
        overlay.sheet(new KeyMapView(commands, overlay, words));
    }

    private void fullScreen() {
        if (view.root().getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreenExitHint(
                    words.get(
                            "fullScreen.hint",
                            commands.find("shell.fullScreen")
                                    .flatMap(Command::key)
                                    .map(KeyCombination::getDisplayText)
                                    .orElse("")));
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    private void seal() {
        var facts = new SealView(shell, words, this::saveCheckpoint);
        overlay.below(facts, view.bar().seal());
        overlay.whenClosed(facts::forget);
    }

    private void lamp() {
        overlay.below(new LampView(new LampViewModel(shell), words), view.bar().lamp());
    }

    private void saveCheckpoint() {
        var chooser = new FileChooser();
        chooser.setTitle(words.get("seal.save"));
        shell.show()
                .get()
                .map(one -> one.production().description().id() + ".checkpoint")
                .ifPresent(chooser::setInitialFileName);
        Window window = view.root().getScene().getWindow();
        Optional.ofNullable(chooser.showSaveDialog(window))
                .ifPresent(file -> shell.saveCheckpoint(file.toPath()));
    }

    private void fillShows(MenuButton menu) {
        Optional<Path> now = shell.show().get().map(one -> one.production().layout().root());
        menu.getItems()
                .setAll(
                        shell.settings().get().recent().stream()
                                .filter(one -> !Optional.of(one.folder()).equals(now))
                                .map(one -> Menus.item(one.name(), () -> shell.open(one.folder())))
                                .toList());
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems()
                .addAll(item("shell.show.new"), item("shell.show.open"), item("shell.show.close"));
    }

    private void fillPersons(MenuButton menu) {
        menu.getItems().setAll(Menus.item(words.get("person.loading"), () -> {}));
        shell.show()
                .get()
                .ifPresent(one ->
                        shell.io()
                                .ask(
                                        () -> one.studio().persons().all(),
                                        all -> menu.getItems().setAll(persons(one, all))));
    }

    private List<MenuItem> persons(OpenShow one, List<OwnPerson> all) {
        Function<OwnPerson, String> text =
                person ->
                        person.person().id().equals(one.person().person().id())
                                ? words.get("person.now", person.person().name())
                                : words.get("person.switch", person.person().name());
        return all.stream()
                .map(person -> Menus.item(text.apply(person), () -> shell.actAs(person)))
                .toList();
    }

    private void settings() {
        var places =
                new SettingsView.Places(
                        () -> String.valueOf(place()),
                        () -> folder().ifPresent(file -> makeShowsIn(file.toPath())),
                        String.valueOf(studio.packRoots().getLast()));
        overlay.sheet(new SettingsView(shell, overlay, words, places));
    }

    private void makeShowsIn(Path folder) {
        Settings settings = shell.settings().get();
        shell.change(settings.with(settings.habits().withShows(folder)));
    }

    /// Where new shows are made.
    private Path place() {
        return shell.settings().get().habits().shows().orElse(place);
    }

    private void palette() {
        overlay.card(new PaletteView(commands, overlay, words));
    }

    /// Asks for the name and the rules of a new show.
    public void makeShow() {
        overlay.sheet(new NewShowView(shell, overlay, words, place()));
    }

    /// Asks for the folder of a production.
    public void openFolder() {
        folder().ifPresent(folder -> shell.open(folder.toPath()));
    }

    private Optional<File> folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words.get("command.show.open"));
        return Optional.ofNullable(chooser.showDialog(view.root().getScene().getWindow()));
    }
}
