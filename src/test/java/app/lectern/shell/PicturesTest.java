package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

        var pictures = new Tour(sample.parts()).run(Path.of("target/pictures"));

        assertThat(pictures).hasSize(2 * (Place.values().length - 1 + 7 + 5));
        for (var picture : pictures) {
            var bytes = Files.readAllBytes(picture);
            assertThat(bytes).as(picture.toString()).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(10_000);
        }
        assertThat(sample.settings.get()).isEqualTo(before);
        sample.jobs.close();
    }
}
