package app.lectern.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Meetings that no calendar tells of, found by what they left behind, on the demo tenant.
class ChannelMeetingsTest {
    private static final String SUBJECT = "Chemistry: General, week 5";

    private Room room;
    private Integration integration;
    private ChannelMeetings channels;
    private KnownMeetings known;

    @BeforeEach
    void open(@TempDir Path folder) {
        room = new Room(folder);
        integration = room.connected(room.tenant.apps().complete());
        channels = new ChannelMeetings(room.store, room.access::session, room.clock);
        known = new KnownMeetings(room.store);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private OnlineMeeting held() {
        var start = room.clock.instant();
        room.clock.advance(Duration.ofHours(2));
        return room.tenant.school().control().holdInChannel("marta.kowalska@northfield.example", SUBJECT, start, start.plus(Duration.ofMinutes(30)));
    }

    private boolean find(OnlineMeeting of, Instant... moments) throws InterruptedException {
        var organiser = new Organiser(of.organiser().id(), of.organiser().userPrincipalName(), of.organiser().displayName());
        return channels.find(integration, List.of(moments).stream()
                .map(at -> new ChannelMeetings.Trace(organiser, of.id(), at, at.plus(Duration.ofMinutes(20)))).toList(), Progress.NONE);
    }

    @Test
    void eachDateOfASeriesIsAMeetingAndFilmAndTranscriptAreOfTheSame() throws InterruptedException {
        var held = held();
        var week = held.start().plus(Duration.ofDays(7)).plus(Duration.ofMinutes(3));

        find(held, held.start().plusSeconds(60), held.start().plusSeconds(90), week, week.plusSeconds(5));

        assertThat(known.byOnlineMeeting(integration, held.id())).extracting(Meeting::start).containsExactly(held.start(), week);
        find(held, week);
        assertThat(known.byOnlineMeeting(integration, held.id())).as("nothing twice").hasSize(2);
    }

    @Test
    void anEventThatACalendarTellsOfLaterIsTheSameMeeting() throws InterruptedException {
        var held = held();
        find(held, held.start());
        var before = known.byOnlineMeeting(integration, held.id()).getFirst();
        var event = new Meeting(0, integration.id(), MeetingState.CREATED, MeetingKind.CHANNEL, SUBJECT, before.organiser(), held.start(), held.end(),
                "Europe/London", "AAMk-event", "uid", "", "", held.joinUrl(), held.threadId(), Optional.empty(), false);

        new CalendarStore(room.store).keep(integration.id(), List.of(event), Map.of(event.eventId(), List.of()), List.of(), before.organiser().objectId(),
                room.clock.instant());

        assertThat(known.byJoinUrl(integration, held.joinUrl())).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(before.id());
            assertThat(now.eventId()).isEqualTo("AAMk-event");
            assertThat(now.onlineMeetingId()).isEqualTo(held.id());
        });
    }

    @Test
    void whatWasNoMeetingOfAChannelOrCannotBeReadIsNotKept() throws InterruptedException {
        var start = room.clock.instant();
        var lesson = room.tenant.school().control().lesson("marta.kowalska@northfield.example", "Reaction rates", start, Duration.ofHours(1), 2);
        assertThat(find(lesson, start)).isTrue();
        var held = held();
        room.tenant.faults().graph("GET", "/users/*/onlineMeetings/*").always().with(Fault.serverError(500));
        assertThat(find(held, held.start())).isFalse();
        assertThat(known.count(integration)).isZero();
        room.tenant.faults().clear();
        assertThat(find(held, held.start())).as("the next time").isTrue();
        assertThat(known.count(integration)).isOne();
    }
}
