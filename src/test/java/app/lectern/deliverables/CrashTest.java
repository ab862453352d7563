package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.ChildJvm;
import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that applies a dry run is killed in the middle of it, more than once. No event may be missing, doubled or left over.
class CrashTest {
    private static final int COUNT = 120;

    @TempDir
    Path folder;
    private DemoTenant tenant;

    @BeforeEach
    void start() {
        tenant = DemoTenant.start(DemoOptions.standard(Clock.systemUTC()).withLatency(Duration.ofMillis(40)));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    private Integration prepare() {
        try (var bench = new CalendarBench(new Room(folder, tenant), null)) {
            for (int at = 0; at < COUNT; at++) {
                bench.deliverables.save(bench.integration, new Deliverable("k" + at, "Project", "", "Item " + at, OptionalInt.empty(),
                        Optional.of(LocalDate.of(2026, 11, 19).plusDays(at)), "", List.of(CalendarBench.AMINA), "", Optional.empty()));
            }
            return bench.integration;
        }
    }

    private List<CalendarEvent> events(String mailbox) {
        return tenant.school().exclusively(() -> tenant.school().calendars().of(tenant.school().people().find(mailbox).orElseThrow()).own()
                .stream().filter(event -> event.details().has("singleValueExtendedProperties")).toList());
    }

    /// Lets the child work until so many of its requests have come in, and kills it.
    private void kill(int requests) throws Exception {
        tenant.requests().clear();
        var child = new ProcessBuilder(ChildJvm.command(List.of(), SyncChild.class.getName(), folder.toString()))
                .redirectErrorStream(true).redirectOutput(folder.resolve("child.log").toFile()).start();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (writes() < requests && child.isAlive() && System.nanoTime() < end) {
            Thread.sleep(2);
        }
        assertThat(child.isAlive()).as("still at work").isTrue();
        child.destroyForcibly().waitFor();
    }

    private long writes() {
        return tenant.requests().all().stream().filter(entry -> entry.batchItem() && !entry.method().equals("GET")).count();
    }

    private void finish(Integration of, CalendarMode mode) throws Exception {
        try (var bench = new CalendarBench(new Room(folder, tenant), of)) {
            bench.apply();
            assertThat(bench.sync.unfinished(of)).isZero();
            assertThat(bench.plan().changes()).isEmpty();
            assertThat(bench.deliverables.settings(of).mode()).isEqualTo(mode);
        }
    }

    private void expect(String full, String empty) {
        assertThat(events(full)).hasSize(COUNT);
        assertThat(events(full).stream().map(CalendarEvent::subject).distinct()).hasSize(COUNT);
        assertThat(events(empty)).isEmpty();
    }

    @Test
    void nothingIsLostOrDoubledWhenTheProgramIsKilledWhileItSyncs() throws Exception {
        var of = prepare();
        kill(10);
        kill(42);
        kill(7);
        finish(of, CalendarMode.SHARED);
        expect(Room.SERVICE_ACCOUNT, CalendarBench.AMINA);

        try (var bench = new CalendarBench(new Room(folder, tenant), of)) {
            bench.deliverables.save(of, bench.deliverables.settings(of).mode(CalendarMode.INDIVIDUAL));
        }
        kill(30);
        kill(COUNT + 20);
        finish(of, CalendarMode.INDIVIDUAL);
        expect(CalendarBench.AMINA, Room.SERVICE_ACCOUNT);
    }
}
