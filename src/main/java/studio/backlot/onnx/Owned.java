package studio.backlot.onnx;

import java.util.function.Function;

/// Hands an opened thing to what will own it, and closes it when that refuses it.
public final class Owned {
    private Owned() {}

    public static <S extends AutoCloseable, T> T by(S opened, Function<S, T> owner) {
        try {
            return owner.apply(opened);
        } catch (RuntimeException e) {
            try {
                opened.close();
            } catch (Exception closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }
}
