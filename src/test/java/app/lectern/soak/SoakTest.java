package app.lectern.soak;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of `src/bench/soak.sh`: two kills, every kind of trouble, and a school with fewer recordings.
class SoakTest {
    private static final DemoOptions.Sizes SCHOOL = new DemoOptions.Sizes(40, 60, 24, 10, 4);

    @Test
    void afterTroubleAndKillsNothingIsLostDoubledOrUnseen(@TempDir Path folder) throws Exception {
        try (var soak = new Soak(new Soak.Plan(Duration.ofSeconds(18), Duration.ofSeconds(9), Duration.ofMillis(600), SCHOOL, 6, 7), folder)) {
            var verdict = soak.run();
            assertThat(verdict.wrong()).as(() -> String.join("\n", verdict.figures())).isEmpty();
        }
    }
}
