package studio.backlot.ui.widget;

import java.util.function.Function;
import javafx.util.StringConverter;

/// How the values of a choice are said; nothing is typed into such a box.
public final class ShownAs<T> extends StringConverter<T> {
    private final Function<T, String> say;

    public ShownAs(Function<T, String> say) {
        this.say = say;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : say.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a choice is chosen, not typed: " + text);
    }
}
