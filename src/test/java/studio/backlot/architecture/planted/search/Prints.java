package studio.backlot.architecture.planted.search;

/// Guilty: standard output belongs to the command line.
public final class Prints {
    private Prints() {}

    public static void print() {
        System.out.println("x");
    }
}
