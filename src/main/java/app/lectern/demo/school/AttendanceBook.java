package app.lectern.demo.school;

import app.lectern.demo.school.AttendanceEntry.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Who was in a session, and when: worked out from the session's number whenever somebody asks.
public final class AttendanceBook {
    private final Ids ids;
    private final People people;

    AttendanceBook(Ids ids, People people) {
        this.ids = ids;
        this.people = people;
    }

    public List<AttendanceEntry> of(Session session) {
        if (session.told() != null) {
            return session.told();
        }
        var random = ids.random("attendance", session.number());
        var entries = new ArrayList<AttendanceEntry>();
        var organiser = session.meeting().organiser();
        entries.add(new AttendanceEntry(recordId(session, 0), organiser.displayName(), address(organiser), organiser.id(),
                "Organizer",
                List.of(new Stay(session.start().minusSeconds(240), session.end()))));
        for (var invited : session.meeting().invited()) {
            if (random.nextInt(100) < 88) {
                entries.add(entry(session, invited, entries.size(), random));
            }
        }
        strangers(session, entries, random);
        return entries;
    }

    private AttendanceEntry entry(Session session, Attendee attendee, int index, SplittableRandom random) {
        var person = people.findByAddress(attendee.address());
        var role = index % 9 == 5 ? "Presenter" : "Attendee";
        return new AttendanceEntry(recordId(session, index), attendee.name(), attendee.address(),
                person.map(Person::id).orElse(null), role, stays(session, index, random));
    }

    /// Most stay throughout; every seventh drops out and comes back, every eleventh has a telephone running beside the computer.
    private static List<Stay> stays(Session session, int index, SplittableRandom random) {
        long length = Duration.between(session.start(), session.end()).toSeconds();
        var joined = session.start().plusSeconds(random.nextInt(-60, 240));
        var left = session.end().minusSeconds(random.nextInt(0, 180));
        if (length < 900) {
            return List.of(new Stay(session.start(), session.end()));
        }
        if (index % 7 == 3) {
            var dropped = session.start().plusSeconds(length / 3 + random.nextInt(60));
            return List.of(new Stay(joined, dropped), new Stay(dropped.plusSeconds(90 + random.nextInt(300)), left));
        }
        if (index % 11 == 6) {
            return List.of(new Stay(joined, left), new Stay(joined.plusSeconds(length / 4), left.minusSeconds(120)));
        }
        if (index % 13 == 8) {
            return List.of(new Stay(session.start().plusSeconds(length / 2), left));
        }
        return List.of(new Stay(joined, left));
    }

    private void strangers(Session session, List<AttendanceEntry> entries, SplittableRandom random) {
        var from = session.start().plusSeconds(120);
        if (random.nextInt(4) == 0) {
            entries.add(new AttendanceEntry(recordId(session, entries.size()), "Mrs Haddad (Guest)", null,
                    ids.guid("anonymous", session.number()), "Attendee", List.of(new Stay(from, end(session, from)))));
        }
        if (random.nextInt(4) == 0) {
            entries.add(new AttendanceEntry(recordId(session, entries.size()), "+44 1632 960"
                    + ids.digits("phone", session.number(), 3),
                    null, null, "Attendee", List.of(new Stay(from.plusSeconds(60), end(session, from.plusSeconds(60))))));
        }
    }

    private static Instant end(Session session, Instant from) {
        return session.end().isAfter(from) ? session.end() : from.plusSeconds(1);
    }

    private String recordId(Session session, int index) {
        return ids.guid("attendanceRecord", session.number() << 10 | index);
    }

    private static String address(Person person) {
        return person.mail() == null ? person.userPrincipalName() : person.mail();
    }
}
