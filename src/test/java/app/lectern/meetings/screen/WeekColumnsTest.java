package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.lectern.meetings.screen.WeekLanes.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeekColumnsTest {
    private static final List<Lane> ALONE = List.of(new Lane(0, 1));
    private static final List<Lane> THREE = List.of(new Lane(0, 3), new Lane(1, 3), new Lane(2, 3));

    @Test
    void aDayWithMeetingsSideBySideGetsMoreAndAnEmptyOneLess() {
        double alone = WeekColumns.weight(ALONE, false);
        assertThat(WeekColumns.weight(THREE, false)).isGreaterThan(alone * 1.5);
        assertThat(WeekColumns.weight(List.of(), false)).isLessThan(alone);
        assertThat(WeekColumns.weight(List.of(), true)).as("today has its word to show").isEqualTo(alone);
    }

    @Test
    void theDaysFillTheWidth() {
        var columns = new WeekColumns(List.of(1.0, 2.0, 1.0));
        assertThat(columns.before(0)).isZero();
        assertThat(columns.before(1)).isEqualTo(0.25, within(1e-9));
        assertThat(columns.before(3)).isEqualTo(1, within(1e-9));
        assertThat(columns.share(1)).isEqualTo(0.5, within(1e-9));
        assertThat(new WeekColumns(List.of()).before(0)).isZero();
    }
}
