package studio.backlot.architecture.planted.text;

/// Guilty: six parameters are a record that has no name yet.
public final class TakesTooMuch {
    private TakesTooMuch() {}

    public static int sum(int a, int b, int c, int d, int e, int f) {
        return a + b + c + d + e + f;
    }
}
