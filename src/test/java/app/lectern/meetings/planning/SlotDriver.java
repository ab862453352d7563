package app.lectern.meetings.planning;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import com.microsoft.graph.models.OnlineMeeting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Creates many slots as the product does, and as many one request at a time: event, look-up by the link, options.
/// Not a test; `src/bench/create-meetings.sh` runs it.
final class SlotDriver {
    private SlotDriver() {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        var latency = Duration.ofMillis(Integer.parseInt(arguments[2]));
        var folder = Files.createTempDirectory(Path.of(arguments[0]), "slots");
        try (var tenant = DemoTenant.start(DemoOptions.standard(Clock.systemUTC()).withLatency(latency));
                var bench = new SlotBench(new Room(folder, tenant), null)) {
            var everybody = organisers(bench, 10);
            // accounts are checked and classes loaded before anything is measured
            create(bench, everybody, 40, "Warm");
            oneByOne(bench, everybody, 10);
            for (var organisers : List.of(everybody.subList(0, 1), everybody)) {
                long together = create(bench, organisers, count, "Many " + organisers.size());
                long single = oneByOne(bench, organisers, count);
                System.out.printf(Locale.ROOT, "%d slots, %d ms latency, organisers: %d%n", count, latency.toMillis(), organisers.size());
                System.out.printf(Locale.ROOT, "as one job:  %7.2f s%n", together / 1e9);
                System.out.printf(Locale.ROOT, "one by one:  %7.2f s%n", single / 1e9);
                System.out.printf(Locale.ROOT, "faster by:   %7.2f%n", (double) single / together);
            }
            System.out.printf("most requests at once in a mailbox: %d%n", tenant.mailboxes().highestConcurrency());
        }
    }

    private static List<String> organisers(SlotBench bench, int number) {
        var school = bench.room.tenant.school();
        var now = bench.room.clock.instant();
        var app = bench.room.tenant.apps().lectern().appId();
        return school.exclusively(() -> school.people().all().stream().filter(person -> person.mail() != null && person.hasTeams(now) && person.enabled() && !person.isGuest()
                        && person.hasDrive(now) && person.hasMailbox(now)
                        && bench.room.tenant.rules().hasAccessPolicy(app, person.id()))
                .map(person -> person.mail()).limit(number).toList());
    }

    private static Planned plan(SlotBench bench, List<String> organisers, String subject, int at) {
        return bench.lesson(subject + " " + at).withOrganiser(organisers.get(at % organisers.size())).withOptions(Preset.TUTORING.options());
    }

    private static long create(SlotBench bench, List<String> organisers, int count, String subject) throws InterruptedException {
        var plans = IntStream.range(0, count).mapToObj(at -> plan(bench, organisers, subject, at)).toList();
        long begun = System.nanoTime();
        var results = bench.scheduler.create(bench.integration, bench.scheduler.drafts(bench.integration, plans, ""), Progress.NONE);
        long took = System.nanoTime() - begun;
        if (results.slots().stream().anyMatch(slot -> slot.state() != MeetingState.CREATED)) {
            throw new IllegalStateException("not everything was created: " + results.failed().getFirst());
        }
        return took;
    }

    private static long oneByOne(SlotBench bench, List<String> organisers, int count) {
        GraphSession session = bench.room.access.session(bench.integration);
        long begun = System.nanoTime();
        for (int at = 0; at < count; at++) {
            var planned = plan(bench, organisers, "Single", at);
            var id = bench.room.idOf(planned.organiser());
            var slot = new Slot(0, java.util.UUID.randomUUID().toString(), bench.integration.id(), planned, java.util.Optional.empty(), "", MeetingState.DRAFT, Step.EVENT,
                    0, id, "", "", "", java.util.Optional.empty(), bench.room.clock.instant(), bench.room.clock.instant());
            session.ask(About.of("Benchmark"), client -> {
                var event = client.users().byUserId(id).events().post(SlotFieldsGraph.fresh(slot));
                var url = session.urls().onlineMeetingByLink(true, id, event.getOnlineMeeting().getJoinUrl());
                var meeting = client.users().byUserId(id).onlineMeetings().withUrl(url).get().getValue().getFirst();
                var options = new OnlineMeeting();
                options.setIsEntryExitAnnounced(false);
                return client.users().byUserId(id).onlineMeetings().byOnlineMeetingId(meeting.getId()).patch(options);
            });
        }
        return System.nanoTime() - begun;
    }
}
