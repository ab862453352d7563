package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every FXML file against its view: the controller lies beside it, and each id and action has its field and method.
/// That it loads is shown by the tour, which opens every screen.
class FxmlTest {
    private static final Path RESOURCES = Path.of("resources");

    static List<Path> files() throws Exception {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".fxml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fitsItsView(Path file) throws Exception {
        var text = Files.readString(file);
        var name = RESOURCES.relativize(file).toString().replace(".fxml", "").replace('/', '.').replace('\\', '.');
        var view = Class.forName(name);

        assertThat(found("fx:controller=\"([^\"]+)\"", text)).containsExactly(name);
        var fields = Arrays.stream(view.getDeclaredFields()).filter(field -> field.isAnnotationPresent(FXML.class))
                .map(java.lang.reflect.Field::getName).collect(Collectors.toSet());
        assertThat(found("fx:id=\"([^\"]+)\"", text)).containsExactlyInAnyOrderElementsOf(fields);
        var methods = Arrays.stream(view.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(FXML.class))
                .map(java.lang.reflect.Method::getName).filter(method -> !method.equals("initialize")).collect(Collectors.toSet());
        assertThat(Pattern.compile("on[A-Z][A-Za-z]*=\"#([^\"]+)\"").matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet()))
                .isEqualTo(methods);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
    }
}
