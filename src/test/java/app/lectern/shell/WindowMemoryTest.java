package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowMemoryTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);

    @ParameterizedTest
    @CsvSource({"100, 80, true", "-1300, 80, false", "-1000, 80, true", "1850, 80, false", "3000, 80, false", "100, -400, false", "100, 1075, false"})
    void aWindowIsRestoredOnlyWhereItsTitleBarCanBeGripped(double x, double y, boolean restored) {
        assertThat(WindowMemory.canBeGripped(at(x, y), SCREEN)).isEqualTo(restored);
    }

    @Test
    void dividersAreRememberedPerScreen() {
        var once = WindowMemory.divider(at(0, 0), "recordings", 0.7);
        var twice = WindowMemory.divider(once, "activity", 0.6);

        assertThat(twice.dividers()).containsEntry("recordings", 0.7).containsEntry("activity", 0.6);
    }

    private static Settings.Window at(double x, double y) {
        return new Settings.Window(x, y, 1360, 860, false, false, "overview", "", java.util.Map.of());
    }
}
