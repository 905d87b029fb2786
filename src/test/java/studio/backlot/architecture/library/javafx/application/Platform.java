package studio.backlot.architecture.library.javafx.application;

/// Stands in for the window's library, which the tests do not have.
public final class Platform {
    private Platform() {}

    public static void runLater(Runnable work) {
        work.run();
    }
}
