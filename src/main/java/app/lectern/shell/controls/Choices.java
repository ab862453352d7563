package app.lectern.shell.controls;

import java.util.function.Function;
import javafx.util.StringConverter;

/// How the values of a box that offers some are written. Such a box is not typed into.
public final class Choices {
    private Choices() {}

    public static <T> StringConverter<T> by(Function<? super T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                return null;
            }
        };
    }
}
