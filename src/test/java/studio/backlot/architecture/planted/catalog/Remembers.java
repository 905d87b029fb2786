package studio.backlot.architecture.planted.catalog;

/// Guilty: a static field that changes.
public final class Remembers {
    private Remembers() {}

    static int count;

    public static int next() {
        return ++count;
    }
}
