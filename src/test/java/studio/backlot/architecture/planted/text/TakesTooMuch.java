package studio.backlot.architecture.planted.text;

/// Guilty: six parameters are a record that has no name yet.
public final class TakesTooMuch {
    private TakesTooMuch() {}

    public static int sum(int a, int b, int c, int d, int e, int f) {
        return a + b + c + d + e + f;
    }

    private static int kernel(int a, int b, int c, int d, int e, int f, int g, int h) {
        return sum(a, b, c, d, e, f) + g + h;
    }

    public static int kernelOfOne(int a) {
        return kernel(a, a, a, a, a, a, a, a);
    }
}
