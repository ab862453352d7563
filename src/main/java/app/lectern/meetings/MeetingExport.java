package app.lectern.meetings;

import app.lectern.ical.CalendarFile;
import app.lectern.integrations.Integration;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Writes meetings to an iCalendar file. Each occurrence of a series is an entry of its own: Exchange gives it a uid of its own.
public final class MeetingExport {
    private final KnownMeetings meetings;
    private final Words words;
    private final Clock clock;
    private final LinkTrail trail;

    public MeetingExport(KnownMeetings meetings, Words words, Clock clock, LinkTrail trail) {
        this.meetings = meetings;
        this.words = words;
        this.clock = clock;
        this.trail = trail;
    }

    /// How many were written. What is simulated says so in the calendar's name.
    public int write(Integration of, List<Meeting> some, Path into) throws IOException {
        var name = of.isSimulated() ? words.text("demo.simulated") + " " + of.name() : of.name();
        var file = new CalendarFile(name, clock.instant());
        some.forEach(meeting -> file.meeting(meeting.start(), meeting.end(), entry(meeting)));
        Files.writeString(into, file.text());
        int links = (int) some.stream().filter(Meeting::hasLink).count();
        if (links > 0) {
            trail.exported(of, links, into.getFileName().toString());
        }
        return some.size();
    }

    private CalendarFile.Entry entry(Meeting of) {
        var organiser = of.organiser().address().isEmpty() ? Optional.<CalendarFile.Person>empty()
                : Optional.of(new CalendarFile.Person(of.organiser().name(), of.organiser().address(), true));
        var attendees = meetings.attendees(of).stream().map(each -> new CalendarFile.Person(each.name(), each.address(), each.required())).toList();
        return new CalendarFile.Entry(of.iCalUid().isEmpty() ? "lectern-" + of.id() : of.iCalUid(), of.subject(), of.joinUrl(), of.joinUrl(),
                List.of(), organiser, attendees, of.state() == MeetingState.CANCELLED);
    }
}
