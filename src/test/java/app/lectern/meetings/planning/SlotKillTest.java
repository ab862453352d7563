package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.ChildJvm;
import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that creates 200 slots is killed in the middle of it, more than once. There must be 200 meetings, no more, no fewer.
class SlotKillTest {
    private static final int COUNT = 200;

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
        try (var bench = new SlotBench(new Room(folder, tenant), null)) {
            bench.scheduler.drafts(bench.integration, IntStream.range(0, COUNT).mapToObj(at -> bench.lesson("Kill " + at)
                    .withOrganiser(at % 3 == 0 ? SlotBench.DANIEL : SlotBench.MARTA).withWay(at % 10 == 9 ? Way.LINK_ONLY : Way.CALENDAR)
                    .withOptions(Preset.TUTORING.options())).toList(), "import-200");
            return bench.integration;
        }
    }

    /// Lets the child work until so many of its writes have come in, and kills it.
    private void kill(int writes) throws Exception {
        tenant.requests().clear();
        var child = new ProcessBuilder(ChildJvm.command(List.of("-Dh2.bindAddress=127.0.0.1"), SlotChild.class.getName(), folder.toString())).redirectErrorStream(true).redirectOutput(folder.resolve("child.log").toFile()).start();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (writes() < writes && child.isAlive() && System.nanoTime() < end) {
            Thread.sleep(2);
        }
        assertThat(child.isAlive()).as("still at work").isTrue();
        child.destroyForcibly().waitFor();
    }

    private long writes() {
        return tenant.requests().all().stream().filter(entry -> entry.batchItem() && !entry.method().equals("GET")).count();
    }

    private List<String> subjects() {
        var school = tenant.school();
        return school.exclusively(() -> {
            var events = List.of(SlotBench.MARTA, SlotBench.DANIEL).stream()
                    .flatMap(organiser -> school.calendars().of(school.people().find(organiser).orElseThrow()).own().stream())
                    .map(CalendarEvent::subject);
            var bare = school.meetings().all().stream().filter(meeting -> meeting.externalId() != null).map(meeting -> meeting.subject());
            return java.util.stream.Stream.concat(events, bare).filter(subject -> subject != null && subject.startsWith("Kill ")).toList();
        });
    }

    @Test
    void twoHundredSlotsAreTwoHundredMeetingsHoweverOftenTheProgramIsKilled() throws Exception {
        var of = prepare();
        kill(9);
        kill(61);
        kill(120);

        try (var bench = new SlotBench(new Room(folder, tenant), of)) {
            assertThat(bench.scheduler.batch(of, "import-200")).as("no slot is lost").hasSize(COUNT);
            bench.scheduler.resume(of, Progress.NONE);
            bench.scheduler.create(of, bench.scheduler.open(of), Progress.NONE);
            assertThat(bench.scheduler.batch(of, "import-200")).allSatisfy(slot -> {
                assertThat(slot.state()).as(slot.planned().subject() + " " + slot.problem()).isEqualTo(MeetingState.CREATED);
                assertThat(bench.online(slot)).isPresent();
            }).extracting(Slot::joinUrl).doesNotHaveDuplicates();
        }
        assertThat(subjects()).hasSize(COUNT).doesNotHaveDuplicates();
        assertThat(tenant.mailboxes().highestConcurrency()).isLessThanOrEqualTo(4);
    }
}
