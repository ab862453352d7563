package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollOutTest {
    @Test
    void whatMicrosoftDoesNotSayIsNotTakenForOpen(@TempDir Path folder) throws Exception {
        try (var bench = new CalendarBench(folder)) {
            bench.add("survey", LocalDate.of(2026, 12, 4));
            bench.apply();
            var rollOut = bench.rollOut().list();
            assertThat(rollOut.of(bench.integration)).containsEntry(RollOutStep.DATES, RollOut.State.DONE).containsEntry(RollOutStep.SHARED, RollOut.State.OPEN);

            bench.room.tenant.faults().graph("GET", "/users/*/calendars/*/calendarPermissions").with(Fault.of(GraphRefusals.missingPermission(GraphService.EXCHANGE)));
            assertThat(rollOut.of(bench.integration)).containsEntry(RollOutStep.SHARED, RollOut.State.UNKNOWN);
        }
    }
}
