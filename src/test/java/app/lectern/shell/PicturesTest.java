package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @Test
    void theTourWritesEachScreenInLightAndDark(@TempDir Path folder) throws Exception {
        var sample = new SampleShell(folder, new FxExecutor()).withCounts().withPalette().withTasks();
        var before = sample.settings.get();

        List<Path> pictures;
        try (var complaints = new Complaints()) {
            pictures = new Tour(sample.parts()).run(Path.of("target/pictures"));
            assertThat(complaints.logged()).as("what JavaFX logged").isEmpty();
            assertThat(complaints.written()).as("what was written to the error stream").isEmpty();
        }

        assertThat(pictures).hasSize(2 * (Place.values().length - 1 + 7 + 5));
        for (var picture : pictures) {
            var bytes = Files.readAllBytes(picture);
            assertThat(bytes).as(picture.toString()).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(10_000);
        }
        assertThat(sample.settings.get()).isEqualTo(before);
        sample.jobs.close();
    }

    /// So that the test above can be trusted: a look-up colour that nobody defines does cause a complaint.
    @Test
    void anUnknownColourIsComplainedAbout() {
        try (var complaints = new Complaints()) {
            Toolkit.run(() -> {
                var label = new javafx.scene.control.Label("x");
                label.setStyle("-fx-text-fill: -lx-nowhere;");
                new javafx.scene.Scene(new javafx.scene.layout.StackPane(label)).snapshot(null);
            });
            assertThat(complaints.logged()).isNotEmpty();
        }
    }
}
