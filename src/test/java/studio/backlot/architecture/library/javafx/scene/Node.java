package studio.backlot.architecture.library.javafx.scene;

/// Stands in for the window's library, which the tests do not have.
public class Node {
    public Node() {}
}
