package app.lectern.deliverables;

import app.lectern.demo.school.CalendarEvent;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The room on a demo tenant, with a look at what lies in the calendars.
final class CalendarBench implements AutoCloseable {
    static final String AMINA = "amina.hassan@northfield.example";
    static final String TOMASZ = "tomasz.nowak@northfield.example";
    static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    final Room room;
    final Integration integration;
    final Deliverables deliverables;
    final DeliverableSync sync;
    final CalendarSharing sharing;

    CalendarBench(Path folder) {
        this(new Room(folder), null);
    }

    CalendarBench(Room room, Integration known) {
        this.room = room;
        integration = known != null ? known : room.integrations.update(room.connected().organisingAs(Room.SERVICE_ACCOUNT));
        deliverables = new Deliverables(room.store, of -> "", room.words, room.clock);
        sync = new DeliverableSync(deliverables, room.access::session, room.home, room.store, room.words, room.clock);
        sharing = new CalendarSharing(deliverables, room.access::session);
    }

    RollingOut rollOut() {
        var test = new TestDate(deliverables, room.access::session, room.home, new app.lectern.sync.Checkpoints(room.store, room.clock), room.words, room.clock);
        return new RollingOut(new RollOut(deliverables, test, sharing), test);
    }

    Deliverable add(String key, LocalDate day, String... assignees) {
        return deliverables.save(integration, new Deliverable(key, "Coastal Library", "Harbour Council", "Item " + key, OptionalInt.empty(),
                Optional.ofNullable(day), "Bring the plans.", List.of(assignees), "https://projects.northfield.example/" + URLEncoder.encode(key, StandardCharsets.UTF_8), Optional.empty()));
    }

    Plan plan() throws InterruptedException {
        return sync.plan(integration, Progress.NONE);
    }

    SyncReport apply() throws InterruptedException {
        var plan = plan();
        return sync.apply(integration, plan, Decisions.usual(plan), Progress.NONE);
    }

    SyncReport settle(Decisions.Side side) throws InterruptedException {
        var plan = plan();
        return sync.apply(integration, plan, Decisions.settling(plan, side), Progress.NONE);
    }

    /// What Lectern wrote into a mailbox, all calendars together.
    List<CalendarEvent> events(String mailbox) {
        var school = room.tenant.school();
        return school.exclusively(() -> school.calendars().of(school.people().find(mailbox).orElseThrow()).own().stream()
                .filter(event -> event.details().has("singleValueExtendedProperties")).toList());
    }

    List<CalendarEvent> shared() {
        return events(Room.SERVICE_ACCOUNT);
    }

    @Override
    public void close() {
        room.close();
    }

    static List<String> subjects(List<CalendarEvent> events) {
        return events.stream().map(CalendarEvent::subject).sorted().toList();
    }
}
