package app.lectern.shell.controls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled typefaces. JavaFX's style sheets know only normal and bold, so each weight is a family of its own:
/// `Inter`, `Inter Medium`, `Inter SemiBold` and `JetBrains Mono`.
public final class Fonts {
    private static final List<String> FILES =
            List.of("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /// Makes the families known to the toolkit; returns their names. Loading twice does no harm.
    public static List<String> load() {
        return FILES.stream().map(Fonts::family).toList();
    }

    private static String family(String file) {
        var path = "/app/lectern/shell/fonts/" + file;
        try (var in = Fonts.class.getResourceAsStream(path)) {
            var font = Font.loadFont(in, 13);
            if (font == null) {
                throw new IllegalStateException("not a font: " + path);
            }
            return font.getFamily();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
