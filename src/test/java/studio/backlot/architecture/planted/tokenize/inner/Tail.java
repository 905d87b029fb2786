package studio.backlot.architecture.planted.tokenize.inner;

import studio.backlot.architecture.planted.tokenize.Snake;

/// Guilty with its parent package: the two know each other.
public final class Tail {
    private Tail() {}

    public static boolean isThere(Snake snake) {
        return snake.hashCode() != 0;
    }
}
