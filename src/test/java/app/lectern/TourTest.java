package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tour as a person takes it on a machine without a display.
class TourTest {
    @TempDir
    private Path folder;

    @Test
    void everyScreenIsPhotographedInBothThemesWithoutAWarning() throws Exception {
        var pictures = folder.resolve("pictures");
        var process = LecternProcess.run(folder.resolve("home"), List.of(), "tour", "--to", pictures.toString());
        assertThat(process.err()).isEmpty();
        assertThat(process.status()).isZero();
        assertThat(process.out()).contains(pictures.toString());
        for (var screen : List.of("overview", "integrations", "accounts", "meetings", "recordings", "attendance", "deliverables",
                "diagnose", "activity", "settings-appearance", "task-list", "palette", "states")) {
            for (var theme : List.of("light", "dark")) {
                assertThat(colours(pictures.resolve(screen + "-" + theme + ".png"))).as(screen + " " + theme).isGreaterThan(20);
            }
        }
        assertThat(folder.resolve("home")).doesNotExist();
    }

    /// A picture of nothing has few colours.
    private static long colours(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            var image = new Image(in);
            assertThat(image.getException()).isNull();
            assertThat(image.getWidth()).isEqualTo(1360);
            var reader = image.getPixelReader();
            return java.util.stream.IntStream.range(0, 860).boxed()
                    .flatMap(y -> java.util.stream.IntStream.range(0, 1360).filter(x -> x % 3 == 0).mapToObj(x -> reader.getArgb(x, y)))
                    .distinct().count();
        }
    }
}
