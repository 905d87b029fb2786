package studio.backlot.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import studio.backlot.identity.OwnPerson;
import studio.backlot.ui.widget.Menus;
import studio.backlot.ui.widget.Words;

/// What the buttons of the top bar open, and the frame's own commands.
public final class ShellMenus {
    private final ShellViewModel shell;
    private final ShellView view;
    private final Overlay overlay;
    private final Commands commands;
    private final Words words;
    private final Path place;

    /// `place` is the folder in which productions are made.
    public ShellMenus(
            ShellViewModel shell, ShellView view, Overlay overlay, Words words, Path place) {
        this.shell = shell;
        this.view = view;
        this.overlay = overlay;
        this.words = words;
        this.place = place;
        commands = new Commands(() -> view.room().commands(), overlay::isVisible);
        for (Room room : view.rooms()) {
            add("room." + room.wireName(), () -> enter(room));
        }
        add("show.new", this::makeShow);
        add("show.open", this::openFolder);
        add("show.close", shell::leave);
        add("verify", shell::verify);
        add("settings", this::settings);
        add("palette", this::palette);
        add("keys", () -> overlay.sheet(new KeyMapView(commands, overlay, words)));
        fillMenus();
        view.makeShow(this::makeShow);
        view.start(new StartView(shell, words, this::makeShow, this::openFolder));
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

    /// Adds a page or command that `app` knows of to the menu of the rest and to the palette.
    public void addPage(Command page) {
        commands.add(page);
        MenuButton more = view.bar().more();
        more.getItems()
                .add(
                        (int)
                                        more.getItems().stream()
                                                .filter(one -> !(one instanceof SeparatorMenuItem))
                                                .count()
                                - 2,
                        Menus.item(page.text(), page.action()));
    }

    private void fillMenus() {
        TopBarView bar = view.bar();
        bar.shows().setOnShowing(event -> fillShows(bar.shows()));
        bar.more()
                .getItems()
                .setAll(
                        new SeparatorMenuItem(),
                        Menus.item(words.get("command.settings"), this::settings),
                        Menus.item(
                                words.get("command.keys"),
                                () -> overlay.sheet(new KeyMapView(commands, overlay, words))));
        EventHandler<javafx.event.Event> persons = event -> fillPersons(bar.person());
        bar.person().setOnShowing(persons);
        bar.seal()
                .setOnAction(event ->
                        popUp(
                                bar.seal(),
                                List.of(Menus.item(words.get("seal.check"), shell::verify))));
    }

    private static void popUp(Region below, List<MenuItem> items) {
        var menu = new ContextMenu(items.toArray(MenuItem[]::new));
        menu.show(below, Side.BOTTOM, 0, 4);
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
                .addAll(
                        Menus.item(words.get("command.show.new"), this::makeShow),
                        Menus.item(words.get("command.show.open"), this::openFolder),
                        Menus.item(words.get("show.close"), shell::leave));
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
        overlay.sheet(new SettingsView(shell, overlay, words));
    }

    private void palette() {
        overlay.card(new PaletteView(commands, overlay, words));
    }

    /// Asks for the name and the rules of a new show.
    public void makeShow() {
        overlay.sheet(new NewShowView(shell, overlay, words, place));
    }

    /// Asks for the folder of a production.
    public void openFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(words.get("command.show.open"));
        Window window = view.root().getScene().getWindow();
        Optional.ofNullable(chooser.showDialog(window))
                .ifPresent(folder -> shell.open(folder.toPath()));
    }
}
