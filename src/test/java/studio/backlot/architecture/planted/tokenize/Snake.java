package studio.backlot.architecture.planted.tokenize;

import studio.backlot.architecture.planted.tokenize.inner.Tail;

/// Guilty with its inner package: the two know each other.
public final class Snake {
    private Snake() {}

    public static boolean isThere(Tail tail) {
        return tail.hashCode() != 0;
    }
}
