package app.lectern.demo.school;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The moves of which both timetables are made: enter an event, put it online, hold it, record it.
final class SeedBench {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);
    private static final List<String> VISITORS = List.of("Ada Lindgren", "Bruno Keller", "Carla Nunes", "Dmitri Ivanov",
            "Elena Popa",
            "Farid Nasser", "Greta Holm", "Hassan Omar", "Ida Berg", "Jakub Novak", "Karla Vega", "Liam Byrne", "Mina Sato",
            "Nils Falk",
            "Olga Petrova", "Paulo Dias", "Rita Gomes", "Stefan Kraus", "Tina Vogel", "Ulla Skov", "Vera Simon", "Willem Bakker",
            "Yusuf Demir");

    private final School school;
    private final Instant now;
    private int recordingsLeft;
    private int recorded;

    SeedBench(School school, Instant now, int recordings) {
        this.school = school;
        this.now = now;
        this.recordingsLeft = recordings;
    }

    CalendarEvent event(Person organiser, String subject, EventTimes times, List<Attendee> attendees) {
        var mailbox = school.calendars().of(organiser);
        var start = times.startInstant();
        var made = (start.isBefore(now) ? start : now).minus(Duration.ofDays(6));
        var event = school.calendars().create(mailbox.calendar(0).orElseThrow(), made);
        event.subject(subject);
        event.times(times);
        event.attendees(attendees);
        for (var attendee : attendees) {
            school.people().findByAddress(attendee.address())
                    .ifPresent(person -> school.calendars().of(person).inviteUnseen(event));
        }
        return event;
    }

    OnlineMeeting online(CalendarEvent event, MeetingKind kind, boolean shortLink) {
        var times = event.times();
        var meeting = school.meetings().make(event.organiser(), kind, event.subject(), times.startInstant(), times.endInstant(),
                event.created(), null, shortLink);
        meeting.event(event);
        event.meeting(meeting, Instant.EPOCH);
        return meeting;
    }

    Session hold(OnlineMeeting meeting) {
        var random = school.ids().random("hold", meeting.number());
        return meeting.addSession(meeting.start().plusSeconds(random.nextInt(150)), meeting.end()
                .minusSeconds(random.nextInt(240)));
    }

    /// Holds one occurrence of a series; a report always, a recording perhaps. What lies after today is not planned.
    Session holdOnce(OnlineMeeting meeting, EventTimes times, boolean mayRecord) {
        if (times.startInstant().isAfter(now)) {
            return null;
        }
        var session = meeting.addSession(times.startInstant().plusSeconds(20), times.endInstant().minusSeconds(45));
        session.keep(null, false, true);
        if (mayRecord) {
            recordPerhaps(session);
        }
        return session;
    }

    /// Most sessions are recorded; a few only reported, as people forget the button.
    void recordPerhaps(Session session) {
        if (session.meeting().number() % 6 == 4) {
            session.keep(null, false, session.meeting().kind() != MeetingKind.INSTANT && session.meeting()
                    .kind() != MeetingKind.AD_HOC);
        } else {
            record(session, Duration.ofDays(recorded % 3 == 0 ? 60 : recorded % 3 == 1 ? 90 : 120), recorded % 4 != 3);
        }
    }

    void record(Session session, Duration kept, boolean transcribed) {
        var meeting = session.meeting();
        var reported = meeting.kind() != MeetingKind.INSTANT && meeting.kind() != MeetingKind.AD_HOC;
        if (recordingsLeft == 0 || meeting.channel() == null && !meeting.organiser().hasDrive(now)) {
            session.keep(null, false, reported);
            return;
        }
        recordingsLeft--;
        var folder = school.recordingsFolder(meeting, now.minus(Duration.ofDays(200)));
        var created = session.artifactsFrom();
        var name = fileName(session);
        var film = folder.drive().add(folder, name + ".mp4", false, created, 0);
        film.recordingOf(session, size(recorded), expiry(created, kept));
        // beside every fifth film its owner has saved the transcript
        if (transcribed && recorded < 1_000 && recorded % 5 == 0) {
            folder.drive().add(folder, name + ".vtt", false, created, 0).recordingOf(session, 0, expiry(created, kept));
        }
        recorded++;
        session.keep(film, transcribed, reported);
    }

    private Instant expiry(Instant created, Duration kept) {
        var due = created.plus(kept);
        var spare = Duration.ofDays(9 + recorded % 90);
        return due.isBefore(now) ? now.plus(spare) : due;
    }

    private long size(int number) {
        return number % 15 == 7 ? 40_000_000L + number * 1_001L : school.ids().random("size", number)
                .nextLong(300_000, 8_000_000);
    }

    static String fileName(Session session) {
        var subject = session.meeting().subject();
        var title = subject == null ? "Call" : subject.replaceAll("[\\\\/:*?\"<>|]", "_");
        return title + "-" + STAMP.format(session.start().atZone(ZoneOffset.UTC)) + "UTC-Meeting Recording";
    }

    /// The pupils of the college and, when a class is larger, visitors from a partner school.
    List<Attendee> classOf(int count) {
        var list = new ArrayList<Attendee>();
        for (var person : school.people().all()) {
            if ("Year 11".equals(person.card().department()) && list.size() < count) {
                list.add(Attendee.of(person, list.size() % 5 == 4 ? "none" : list.size() % 11 == 9 ? "declined" : "accepted"));
            }
        }
        for (int i = 0; list.size() < count; i++) {
            var name = VISITORS.get(i % VISITORS.size());
            list.add(new Attendee(name, name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@partner.example", "required",
                    "tentativelyAccepted"));
        }
        return List.copyOf(list);
    }

    List<Attendee> staff(int count) {
        return school.people().all().stream()
                .filter(person -> person.enabled() && person.mail() != null && !person.isGuest()
                && !"Year 11".equals(person.card().department()))
                .filter(person -> !person.userPrincipalName().startsWith("ruth."))
                .limit(count).map(person -> Attendee.of(person, "accepted")).toList();
    }

    Recurrence weekly(LocalDate first, DayOfWeek day, int times) {
        var json = JsonNodeFactory.instance.objectNode();
        var pattern = json.putObject("pattern").put("type", "weekly").put("interval", 1).put("month", 0).put("dayOfMonth", 0);
        pattern.putArray("daysOfWeek").add(day.name().toLowerCase(Locale.ROOT));
        pattern.put("firstDayOfWeek", "monday").put("index", "first");
        json.putObject("range").put("type", "numbered").put("startDate", first.toString()).put("endDate", "0001-01-01")
                .put("recurrenceTimeZone", School.WINDOWS_ZONE).put("numberOfOccurrences", times);
        return new Recurrence(json);
    }

    int recordingsLeft() {
        return recordingsLeft;
    }
}
