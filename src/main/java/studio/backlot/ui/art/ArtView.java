package studio.backlot.ui.art;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.RoomView;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;

/// The artist's room.
public final class ArtView implements RoomView {
    private final BorderPane node = new BorderPane();
    private final TextArea prompt = new TextArea();

    public ArtView(ShellViewModel shell, Overlay overlay, Words words) {
        prompt.setId("prompt");
        node.setBottom(prompt);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void open(OpenShow show) {}

    @Override
    public void close() {}

    @Override
    public void focus() {
        prompt.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of();
    }
}
