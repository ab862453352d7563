package app.lectern.attendance;

import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is known of attendance: the meetings, one meeting whole, a person across meetings, a series over time, and what will be
/// lost if nobody reads it. Asks the store only.
public final class Attendance {
    public static final int PAGE = 200;
    private static final int MOST_PEOPLE = 50;
    private static final int MOST_VISITS = 500;

    private final AttendanceMeetingsStore lines;
    private final AttendanceRecordsStore records;
    private final AttendancePeopleStore people;
    private final RulesStore rules;
    private final MeetingFigures figures;
    private final KnownMeetings known;
    private final Clock clock;

    public Attendance(Store store, KnownMeetings known, Clock clock) {
        this.lines = new AttendanceMeetingsStore(store);
        this.records = new AttendanceRecordsStore(store);
        this.people = new AttendancePeopleStore(store);
        this.rules = new RulesStore(store);
        this.figures = new MeetingFigures(known);
        this.known = known;
        this.clock = clock;
    }

    /// A page of meetings, newest first, whose subject or organiser holds the text.
    public List<MeetingLine> page(Integration of, String text, Optional<MeetingLine> after) {
        return lines.page(of.id(), text.strip(), after, PAGE);
    }

    /// A meeting whole. One that the sync has not met yet is known by its plan alone.
    public MeetingAttendance of(Integration of, long meeting) {
        var line = lines.find(meeting).or(() -> known.find(meeting).map(MeetingLine::of)).filter(found -> found.integration() == of.id())
                .orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(meeting)).raise());
        return whole(line, records.told(meeting), rules.of(of.id()));
    }

    private MeetingAttendance whole(MeetingLine line, List<Told> told, AttendanceRules by) {
        return new MeetingAttendance(line, figures.rollCall(line, told, by), figures.invited(line), told, by);
    }

    /// The people whose name or address holds every word; those who are one person stand once.
    public List<Who> find(Integration in, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return Identities.merge(people.search(in.id(), text, MOST_PEOPLE * 4), AttendancePeopleStore.Named::who).stream()
                .map(Identities.Person::who).limit(MOST_PEOPLE).toList();
    }

    public PersonHistory history(Integration in, Who who) {
        var same = same(in, who);
        var meetings = people.meetings(same.entries().stream().map(AttendancePeopleStore.Named::id).toList(), MOST_VISITS);
        var by = rules.of(in.id());
        var told = records.told(meetings);
        var found = lines.find(meetings);
        var names = same.entries().stream().map(AttendancePeopleStore.Named::who).collect(Collectors.toSet());
        var visits = new ArrayList<PersonHistory.Visit>();
        for (long meeting : meetings) {
            var line = found.get(meeting);
            if (line != null) {
                figures.rollCall(line, told.getOrDefault(meeting, List.of()), by).participants().stream()
                        .filter(participant -> isOneOf(participant, names)).forEach(participant -> visits.add(new PersonHistory.Visit(line, participant)));
            }
        }
        return new PersonHistory(same.who(), same.rule(), visits, meetings.size() == MOST_VISITS);
    }

    private static boolean isOneOf(Participant participant, Set<Who> names) {
        return participant.presences().stream().anyMatch(presence -> names.contains(presence.who()));
    }

    private Identities.Person<AttendancePeopleStore.Named> same(Integration in, Who who) {
        return people(people, in, who);
    }

    /// All rows that are this person, by the rules of identity; a person of whom no row is known is alone.
    static Identities.Person<AttendancePeopleStore.Named> people(AttendancePeopleStore store, Integration in, Who who) {
        var rows = new HashSet<>(store.like(in.id(), who));
        // an address that was found leads to the object id, and that to other addresses
        for (var row : List.copyOf(rows)) {
            if (!row.who().equals(who) && !row.who().objectId().isEmpty()) {
                rows.addAll(store.like(in.id(), new Who(row.who().objectId(), row.who().email(), "")));
            }
        }
        return Identities.merge(rows, AttendancePeopleStore.Named::who).stream()
                .filter(person -> person.entries().stream().anyMatch(row -> matches(row.who(), who)) || matches(person.who(), who)).findFirst()
                .orElse(new Identities.Person<>(who, MatchRule.SINGLE, List.of()));
    }

    private static boolean matches(Who row, Who who) {
        if (!who.objectId().isEmpty()) {
            return row.objectId().equals(who.objectId());
        }
        return who.hasEmail() ? row.email().equals(who.email()) : row.nameKey().equals(who.nameKey());
    }

    /// The occurrences of a series of which something is known, oldest first.
    public List<MeetingLine> series(Integration in, String series) {
        return series.isEmpty() ? List.of() : lines.series(in.id(), series).stream().filter(line -> line.standing() == Standing.KNOWN).toList();
    }

    /// Meetings of which nothing was read and of which Microsoft deletes the reports within a month.
    public List<MeetingLine> atRisk(Integration in) {
        var now = clock.instant();
        return lines.unread(in.id(), now.minus(ReportTimes.KEPT), now.minus(ReportTimes.KEPT).plus(ReportTimes.WARNED));
    }

    /// When the next report is worth asking for: one that is waited for, or that of a meeting which has just ended.
    public Optional<Instant> expected(Integration in) {
        var now = clock.instant();
        var ended = known.ended(in, now.minus(ReportTimes.LATEST), now).stream().filter(Meeting::hasLink).toList();
        var met = lines.find(ended.stream().map(Meeting::id).toList());
        return Stream.concat(lines.nextLook(in.id()).stream(), ended.stream().filter(meeting -> !met.containsKey(meeting.id()))
                .map(meeting -> meeting.end().plus(ReportTimes.FIRST_LOOK))).min(Comparator.naturalOrder());
    }

    public AttendanceRules rules(Integration in) {
        return rules.of(in.id());
    }

    public void keepRules(Integration in, AttendanceRules changed) {
        rules.keep(in.id(), changed);
    }

    /// What the sources say of each person, side by side.
    public List<Comparison> compare(MeetingAttendance of) {
        return Comparison.of(of.told());
    }
}
