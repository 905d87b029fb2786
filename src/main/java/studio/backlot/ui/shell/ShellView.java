package studio.backlot.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Words;

/// The frame: top bar, the room in the middle, the foot, and the layer of sheets above all.
public final class ShellView {
    private static final String QUIET = "quiet";

    private final ShellViewModel shell;
    private final Words words;
    private final Map<Room, RoomView> rooms;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane();
    private final HBox banner = new HBox();
    private Node start = new StackPane();
    private Runnable makeShow = () -> {};
    private Runnable credits = () -> {};
    private final TopBarView bar;
    private final FootView foot;
    private final Overlay overlay;

    /// `rooms` has the views of those rooms that there are.
    public ShellView(
            ShellViewModel shell, Words words, Overlay overlay, Map<Room, RoomView> rooms) {
        this.shell = shell;
        this.words = words;
        this.overlay = overlay;
        this.rooms = new EnumMap<>(rooms);
        bar = new TopBarView(shell, words, this.rooms.keySet());
        bar.whenEntered(this::enter);
        foot = new FootView(shell, words);
        build();
        shell.room().addListener((property, before, now) -> enter());
        shell.whenOpened(this::opened);
        shell.whenClosed(this::closed);
        shell.atStart().addListener((property, before, now) -> enter());
        shell.seal().addListener((property, before, now) -> warn());
    }

    private void build() {
        banner.setId("banner");
        banner.getStyleClass().addAll("banner", "line-below");
        hideBanner();
        frame.setTop(new VBox(bar, banner));
        frame.setBottom(foot);
        frame.setCenter(room().node());
        root.getChildren().addAll(frame, overlay);
        root.setId("shell");
    }

    /// The whole window's content.
    public Parent root() {
        return root;
    }

    /// The room that is shown.
    public RoomView room() {
        return Optional.ofNullable(rooms.get(shell.room().get()))
                .orElseGet(() -> rooms.values().iterator().next());
    }

    /// All rooms of this window.
    List<RoomView> all() {
        return List.copyOf(rooms.values());
    }

    /// Goes to the next part of the window, or with -1 to the one before.
    void stepRegion(int by) {
        new Regions(frame).step(by);
    }

    Set<Room> rooms() {
        return rooms.keySet();
    }

    TopBarView bar() {
        return bar;
    }

    /// Puts a strip at the very foot, such as that of the runs.
    public void strip(Node strip) {
        foot.getChildren().add(strip);
    }

    private void enter() {
        if (shell.atStart().get()) {
            frame.setCenter(start);
        } else {
            frame.setCenter(room().node());
            room().focus();
        }
    }

    /// Shows a page in place of the room, until a room is chosen.
    public void page(Node page) {
        frame.setCenter(page);
    }

    /// Goes back from a page to the room.
    public void leavePage() {
        enter();
    }

    /// Gives what stands in the window while no show is open.
    void start(Node view) {
        start = view;
    }

    private void opened(OpenShow show) {
        rooms.values().forEach(room -> room.open(show));
        warn();
    }

    private void closed() {
        rooms.values().forEach(RoomView::close);
        hideBanner();
    }

    private void hideBanner() {
        banner.getChildren().clear();
        banner.setVisible(false);
        banner.setManaged(false);
    }

    private void warn() {
        hideBanner();
        if (shell.seal().get() instanceof SealState.Damaged(int findings)) {
            String first =
                    shell.report().get().stream()
                            .flatMap(report -> report.findings().stream())
                            .findFirst()
                            .map(finding -> finding.where() + ": " + finding.explanation())
                            .orElse("");
            say(words.get("banner.damaged", findings, first), "no", "alert-outline");
        } else if (shell.isFirstStart()) {
            welcome();
        } else {
            shell.show()
                    .get()
                    .flatMap(OpenShow::writer)
                    .ifPresent(writer ->
                            say(words.get("banner.readOnly", writer), QUIET, "eye-outline"));
        }
    }

    private void welcome() {
        String name = shell.show().get().map(one -> one.actor().person().name()).orElse("");
        say(words.get("welcome", name), QUIET, "information-outline");
        banner.getChildren()
                .addAll(
                        welcome("name", credits),
                        Gaps.across(),
                        welcome("show", makeShow),
                        welcome("write", () -> shell.room().set(Room.SCRIPT)),
                        welcome("review", () -> shell.room().set(Room.REVIEW)),
                        Buttons.icon(
                                "welcome-close",
                                "close",
                                words.get("message.close"),
                                () -> leave(() -> {})));
    }

    private Node welcome(String id, Runnable deed) {
        return Buttons.link("welcome-" + id, words.get("welcome." + id), () -> leave(deed));
    }

    private void leave(Runnable then) {
        shell.settle();
        warn();
        then.run();
    }

    /// Gives what changes the name that work is credited to.
    void credits(Runnable deed) {
        credits = deed;
    }

    /// Gives what begins a show of one's own.
    void makeShow(Runnable deed) {
        makeShow = deed;
    }

    private void say(String text, String tone, String icon) {
        var label = new Label(text);
        label.setId("banner-text");
        label.setWrapText(true);
        banner.getStyleClass().removeAll("no", QUIET);
        banner.getStyleClass().add(tone);
        banner.getChildren().setAll(new Icon(icon), label);
        banner.setVisible(true);
        banner.setManaged(true);
    }
}
