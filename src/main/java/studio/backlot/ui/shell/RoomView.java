package studio.backlot.ui.shell;

import java.util.List;
import javafx.scene.Node;

/// One room as the shell knows it. All methods are for the window's thread.
public interface RoomView {
    /// The room's whole region, made once.
    Node node();

    /// Shows an open production; the one before, if any, is gone by then.
    void open(OpenShow show);

    /// Forgets the production; called before it closes.
    void close();

    /// Puts the keyboard where work in this room begins.
    void focus();

    /// What can be done in this room by key and palette.
    List<Command> commands();
}
