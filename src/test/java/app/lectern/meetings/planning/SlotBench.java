package app.lectern.meetings.planning;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.Organisers;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The room on a demo tenant, with a look at what lies there.
final class SlotBench implements AutoCloseable {
    static final String MARTA = "marta.kowalska@northfield.example";
    static final String DANIEL = "daniel.osei@northfield.example";
    static final String AMINA = "amina.hassan@northfield.example";
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    final Room room;
    final Integration integration;
    final List<String> told = new ArrayList<>();
    final MeetingScheduler scheduler;

    SlotBench(Path folder) {
        this(new Room(folder), null);
    }

    SlotBench(Room room, Integration known) {
        this.room = room;
        integration = known != null ? known : room.integrations.update(room.connected().organisingAs(Room.SERVICE_ACCOUNT));
        scheduler = scheduler(room, new SlotTrail() {
            @Override
            public void created(Integration in, Slot slot) {
                told.add("created " + slot.planned().subject());
            }

            @Override
            public void changed(Integration in, Slot slot, Planned before) {
                told.add("changed " + slot.planned().subject());
            }

            @Override
            public void cancelled(Integration in, Slot slot) {
                told.add("cancelled " + slot.planned().subject());
            }

            @Override
            public void failed(Integration in, Slot slot) {
                told.add("failed " + slot.planned().subject());
            }
        });
    }

    /// Waiting moves the room's clock, which is the tenant's.
    static MeetingScheduler scheduler(Room room, SlotTrail trail) {
        var accounts = new AccountVerifier(room.access::session, room.store, room.clock, Sleeper.REAL);
        return new MeetingScheduler(room.store, room.access::session, accounts, new Organisers(accounts, room.store), trail, room.clock::advance, room.clock);
    }

    /// Some days ahead at nine, in London.
    Planned lesson(String subject) {
        var start = LocalDateTime.ofInstant(room.clock.instant(), ZoneOffset.UTC).toLocalDate().plusDays(5).atTime(9, 0);
        return Planned.at(subject, start, LONDON).withOrganiser(MARTA);
    }

    Slot create(Planned planned) throws InterruptedException {
        return scheduler.create(integration, scheduler.draft(integration, planned), Progress.NONE).slots().getFirst();
    }

    /// Everything that an organiser's calendar holds under this subject.
    List<CalendarEvent> events(String organiser, String subject) {
        var school = room.tenant.school();
        return school.exclusively(() -> school.calendars().of(school.people().find(organiser).orElseThrow()).own().stream()
                .filter(event -> subject.equals(event.subject())).toList());
    }

    CalendarEvent event(String subject) {
        var found = events(MARTA, subject);
        if (found.size() != 1) {
            throw new AssertionError(subject + " is there " + found.size() + " times");
        }
        return found.getFirst();
    }

    Optional<OnlineMeeting> online(Slot of) {
        var school = room.tenant.school();
        return school.exclusively(() -> school.meetings().findByLink(of.joinUrl()));
    }

    @Override
    public void close() {
        room.close();
    }

    static Problem.Code code(Slot of) {
        return of.problem().orElseThrow().code();
    }

    ObjectNode options(Slot of) {
        return online(of).orElseThrow().options();
    }
}
