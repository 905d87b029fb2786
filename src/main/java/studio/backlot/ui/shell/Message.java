package studio.backlot.ui.shell;

import java.util.Optional;

/// A line at the foot of the window, with what its button does, where it has one.
public record Message(String text, Optional<Action> action, boolean isFailure) {
    /// A button's word and what it does.
    public record Action(String word, Runnable does) {}

    /// A line that goes after a while.
    public static Message of(String text) {
        return new Message(text, Optional.empty(), false);
    }

    /// A line with a button, such as *Undo*.
    public static Message of(String text, String word, Runnable does) {
        return new Message(text, Optional.of(new Action(word, does)), false);
    }

    /// What went wrong; stays until it is closed.
    public static Message failure(String text) {
        return new Message(text, Optional.empty(), true);
    }
}
