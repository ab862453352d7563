package app.lectern.sync.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.sync.Spared;
import app.lectern.sync.SyncRun;
import app.lectern.sync.SyncRun.Ending;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncTimesTest {
    @ParameterizedTest
    @CsvSource({
        "22:00, 06:00, 23:30, true", "22:00, 06:00, 05:59, true", "22:00, 06:00, 06:00, false", "22:00, 06:00, 21:59, false",
        "12:00, 13:30, 12:00, true", "12:00, 13:30, 13:29, true", "12:00, 13:30, 13:30, false", "12:00, 13:30, 23:00, false"})
    void quietHoursMayReachOverMidnight(String from, String until, String at, boolean quiet) {
        var moment = ZonedDateTime.of(java.time.LocalDate.of(2026, 11, 21), java.time.LocalTime.parse(at), ZoneId.of("Europe/London"));

        assertThat(QuietHours.of(from, until).orElseThrow().contains(moment)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({"'',''", "22:00,''", "late,06:00", "06:00,06:00", "25:00,06:00"})
    void whatNamesNoSpanIsNoQuietHours(String from, String until) {
        assertThat(QuietHours.of(from, until)).isEmpty();
    }

    @Test
    void aCancelledRunSaysNothingAboutTheTenant() {
        assertThat(SyncTimes.failuresInARow(runs(Ending.FAILED, Ending.CANCELLED, Ending.FAILED, Ending.DONE, Ending.FAILED))).isEqualTo(2);
        assertThat(SyncTimes.failuresInARow(runs(Ending.DONE_WITH_FAILURES, Ending.FAILED))).isZero();
        assertThat(SyncTimes.failuresInARow(List.of())).isZero();
    }

    private static List<SyncRun> runs(Ending... newestFirst) {
        return Stream.of(newestFirst).map(ending -> new SyncRun(1, 1, "ended", false, Instant.EPOCH, Optional.empty(), ending, Map.of(), List.of(), Spared.NOBODY, Map.of()))
                .toList();
    }
}
