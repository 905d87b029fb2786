package studio.backlot.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Words;

/// The frame: top bar, the room in the middle, the foot, and the layer of sheets above all.
public final class ShellView {
    private final ShellViewModel shell;
    private final Map<Room, RoomView> rooms;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane();
    private final BannerView banner;
    private Node start = new StackPane();
    private final TopBarView bar;
    private final FootView foot;
    private final Overlay overlay;

    /// `rooms` has the views of those rooms that there are.
    public ShellView(
            ShellViewModel shell, Words words, Overlay overlay, Map<Room, RoomView> rooms) {
        this.shell = shell;
        this.overlay = overlay;
        this.rooms = new EnumMap<>(rooms);
        bar = new TopBarView(shell, words, this.rooms.keySet());
        bar.whenEntered(this::enter);
        banner = new BannerView(shell, words);
        foot = new FootView(shell, words);
        build();
        shell.room().addListener((property, before, now) -> enter());
        shell.whenOpened(this::opened);
        shell.whenClosed(this::closed);
        shell.atStart().addListener((property, before, now) -> enter());
        shell.seal().addListener((property, before, now) -> banner.warn());
    }

    private void build() {
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

    BannerView banner() {
        return banner;
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
        banner.warn();
    }

    private void closed() {
        rooms.values().forEach(RoomView::close);
        banner.hide();
    }
}
