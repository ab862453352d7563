package app.lectern.demo.school;

import app.lectern.demo.DemoOptions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// Fills the college's timetable: today's seven meetings, two weeks before and after, and some of every kind. Beyond the
/// small school, [LargeTimetable] goes on.
final class MeetingSeed {
    private static final int SKELETON = 120;
    private static final List<List<String>> LESSONS = List.of(
            List.of("marta.kowalska", "Year 11 Chemistry", "Reaction rates", "Collision theory", "Rate graphs", "Equilibria",
            "Electrolysis"),
            List.of("daniel.osei", "A-level Mathematics", "Integration by parts", "Integration", "Linear equations", "Vectors",
            "Proof"),
            List.of("claire.dubois", "Year 9 French", "Le passé composé", "Les vacances", "Révision", "La famille", "Au marché"),
            List.of("sanjay.patel", "Year 12 Biology", "Enzymes", "Cell membranes", "Genetics", "Photosynthesis", "Ecology"),
            List.of("beatrice.nwosu", "Year 10 English", "Macbeth, act 1", "Macbeth, act 2", "Poetry", "Essay plans", "Rhetoric"),
            List.of("ewan.fraser", "Year 12 History", "The Chartists", "Reform acts", "Sources", "Ireland", "Empire"));
    private static final LocalTime[] PERIODS = {LocalTime.of(9, 0), LocalTime.of(10, 15), LocalTime.of(11, 30),
            LocalTime.of(13, 20), LocalTime.of(14, 30)};

    private final School school;
    private final SeedBench bench;
    private final DemoOptions.Sizes sizes;
    private final LocalDate today;
    private int meetings;

    MeetingSeed(School school, DemoOptions.Sizes sizes, Instant now) {
        this.school = school;
        this.sizes = sizes;
        this.bench = new SeedBench(school, now, sizes.recordings());
        this.today = LocalDate.ofInstant(now, School.ZONE);
    }

    void fill() {
        soonToExpire();
        today();
        series();
        channelMeetings();
        withoutCalendar();
        while (meetings < Math.min(SKELETON, sizes.meetings())) {
            lesson(meetings);
        }
        if (sizes.meetings() > SKELETON) {
            new LargeTimetable(school, bench, sizes, today).fill(sizes.meetings() - SKELETON);
        }
    }

    /// Three recordings that Teams removes within a week.
    private void soonToExpire() {
        var old = List.of(List.of("marta.kowalska", "Year 11 Chemistry: Catalysts"),
                List.of("daniel.osei", "A-level Mathematics: Sequences"),
                List.of("sanjay.patel", "Year 12 Biology: Microscopy"));
        for (int i = 0; i < old.size(); i++) {
            var meeting = event(old.get(i).getFirst(), old.get(i).getLast(), today.minusDays(57 - i), LocalTime.of(9, 0), 60, 24);
            bench.record(bench.hold(meeting), Duration.ofDays(60), true);
        }
    }

    private void today() {
        // the same whatever weekday it is: a demonstration on a Sunday has its lessons too
        held(event("ruth.okafor", "Staff briefing", today, LocalTime.of(8, 50), 30, 22));
        held(event("marta.kowalska", "Year 11 Chemistry: Rate graphs", today, LocalTime.of(9, 0), 60, 28));
        held(event("daniel.osei", "A-level Mathematics: Integration", today, LocalTime.of(10, 15), 60, 19));
        held(event("claire.dubois", "Year 9 French: Révision", today, LocalTime.of(11, 30), 60, 26));
        held(linkOnly("k.lindqvist", "Year 10 Physics: Waves", today, LocalTime.of(13, 20), 25));
        held(event("amina.hassan", "SEND review meeting", today, LocalTime.of(14, 30), 45, 6));
        held(event("ruth.okafor", "Parents’ evening: Year 8", today, LocalTime.of(16, 0), 90, 41));
    }

    private void series() {
        series("amina.hassan", "Tutor group 11K", DayOfWeek.MONDAY, LocalTime.of(8, 30), 12);
        series("daniel.osei", "Year 13 Further Mathematics", DayOfWeek.TUESDAY, LocalTime.of(11, 30), 9);
        series("ruth.okafor", "Heads’ meeting", DayOfWeek.TUESDAY, LocalTime.of(15, 30), 7);
        series("lms-teams-service", "Sixth-form assembly", DayOfWeek.FRIDAY, LocalTime.of(14, 0), 18);
    }

    private void series(String organiser, String subject, DayOfWeek day, LocalTime time, int invited) {
        var first = today.minusDays(14).with(TemporalAdjusters.nextOrSame(day));
        var event = bench.event(school.person(organiser), subject, times(first, time, 50), bench.classOf(invited));
        event.recurrence(bench.weekly(first, day, 4));
        var meeting = bench.online(event, MeetingKind.RECURRING, false);
        for (int week = 0; week < 4; week++) {
            meetings++;
            bench.holdOnce(meeting, event.times().on(first.plusWeeks(week)), true);
        }
    }

    private void channelMeetings() {
        var organisers = List.of("ruth.okafor", "claire.dubois", "sanjay.patel");
        for (int i = 0; i < 8; i++) {
            var channel = school.channels().get(i % school.channels().size());
            var date = weekday(today.minusDays(13 - i * 2L));
            var start = date.atTime(LocalTime.of(8, 50)).atZone(School.ZONE).toInstant();
            var subject = channel.team().name() + ": " + channel.name() + ", week "
                    + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            var organiser = school.person(organisers.get(i % organisers.size()));
            var meeting = school.meetings()
                    .make(organiser, MeetingKind.CHANNEL, subject, start, start.plus(30, ChronoUnit.MINUTES),
                    start.minus(9, ChronoUnit.DAYS), channel, false);
            meeting.invited(bench.classOf(11));
            held(meeting);
        }
    }

    private void withoutCalendar() {
        var instant = List.of("Webinar 1", "Quick catch-up", "Parents’ call", "Lab safety question", "Drop-in", "Mock interview",
                "Webinar 2", "Trip planning");
        for (int i = 0; i < instant.size(); i++) {
            var start = weekday(today.minusDays(11 - i)).atTime(15, 0).atZone(School.ZONE).toInstant();
            var organiser = school.person(List.of("marta.kowalska", "beatrice.nwosu", "lms-teams-service").get(i % 3));
            var meeting = school.meetings()
                    .make(organiser, MeetingKind.INSTANT, instant.get(i), start, start.plus(40, ChronoUnit.MINUTES), start);
            meeting.invited(bench.classOf(8 + i));
            held(meeting);
        }
        for (int i = 0; i < 7; i++) {
            var topic = List.of("Forces and motion", "Circuits", "Energy", "Waves", "Radiation", "Magnetism", "Space").get(i);
            held(linkOnly(i % 2 == 0 ? "k.lindqvist" : "lms-teams-service", "Year 10 Physics: " + topic,
                    weekday(today.minusDays(9 - i * 2L)), LocalTime.of(13, 20), 25));
        }
        for (int i = 0; i < 6; i++) {
            var start = weekday(today.minusDays(2 + i)).atTime(12, 30 + i).atZone(School.ZONE).toInstant();
            var caller = school.person(List.of("ruth.okafor", "sanjay.patel").get(i % 2));
            var call = school.meetings()
                    .make(caller, MeetingKind.AD_HOC, null, start, start.plus(14 + i, ChronoUnit.MINUTES), start);
            call.invited(bench.staff(1 + i % 3));
            held(call);
        }
    }

    private void lesson(int number) {
        var random = school.ids().random("lesson", number);
        var plan = LESSONS.get(number % LESSONS.size());
        var date = weekday(today.plusDays(random.nextInt(29) - 14));
        var topic = plan.get(2 + random.nextInt(plan.size() - 2));
        var day = date.equals(today) ? weekday(today.minusDays(3)) : date;
        held(event(plan.getFirst(), plan.get(1) + ": " + topic, day, PERIODS[number / LESSONS.size() % PERIODS.length], 60, 19
                + number % 8));
    }

    private OnlineMeeting event(String organiser, String subject, LocalDate date, LocalTime time, int minutes, int invited) {
        meetings++;
        var people = organiser.equals("ruth.okafor") && invited == 22 ? bench.staff(14) : bench.classOf(invited);
        var event = bench.event(school.person(organiser), subject, times(date, time, minutes), people);
        // about every third schedule of this year has the short link already
        return bench.online(event, MeetingKind.SCHEDULED, meetings % 3 == 2);
    }

    private OnlineMeeting linkOnly(String organiser, String subject, LocalDate date, LocalTime time, int invited) {
        var start = date.atTime(time).atZone(School.ZONE).toInstant();
        var meeting = school.meetings().make(school.person(organiser), MeetingKind.LINK_ONLY, subject, start,
                start.plus(55, ChronoUnit.MINUTES), start.minus(2, ChronoUnit.DAYS));
        meeting.invited(bench.classOf(invited));
        meetings++;
        return meeting;
    }

    private void held(OnlineMeeting meeting) {
        if (meeting.kind() != MeetingKind.SCHEDULED && meeting.kind() != MeetingKind.LINK_ONLY) {
            meetings++;
        }
        var day = LocalDate.ofInstant(meeting.start(), School.ZONE);
        if (!day.isAfter(today)) {
            bench.recordPerhaps(bench.hold(meeting));
        }
    }

    private static EventTimes times(LocalDate date, LocalTime time, int minutes) {
        return new EventTimes(date.atTime(time), date.atTime(time).plusMinutes(minutes), School.WINDOWS_ZONE, false);
    }

    private static LocalDate weekday(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

}
