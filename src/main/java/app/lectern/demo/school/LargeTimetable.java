package app.lectern.demo.school;

import app.lectern.demo.DemoOptions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lessons by the ten thousand for measurements: daily series of four weeks, one after the other, with classes of 25. The
/// calendar holds
/// one event for a series, and a recording is three small objects; all else is worked out when somebody asks.
final class LargeTimetable {
    private static final int LESSONS_IN_SERIES = 20;
    private static final int CLASS_SIZE = 25;

    private final School school;
    private final SeedBench bench;
    private final DemoOptions.Sizes sizes;
    private final LocalDate today;

    LargeTimetable(School school, SeedBench bench, DemoOptions.Sizes sizes, LocalDate today) {
        this.school = school;
        this.bench = bench;
        this.sizes = sizes;
        this.today = today;
    }

    void fill(int lessons) {
        var teachers = school.people().all().stream().filter(person -> "Teacher".equals(person.card().jobTitle())).toList();
        var organisers = teachers.isEmpty() ? List.of(school.person("lms-teams-service")) : teachers;
        var classes = classes();
        int series = Math.max(1, lessons / LESSONS_IN_SERIES);
        var first = today.minusWeeks(sizes.weeks() / 2).with(DayOfWeek.MONDAY);
        int columns = Math.max(1, sizes.weeks() / 4);
        int past = Math.max(1, (sizes.weeks() / 2) * 5 * series / columns);
        int perLesson = Math.clamp((bench.recordingsLeft() + past * 3L / 4) / past + 1, 1, 12);
        for (int i = 0; i < series; i++) {
            var start = first.plusWeeks(4L * (i % columns));
            series(i, organisers.get(i % organisers.size()), classes.get(i % classes.size()), start, perLesson);
        }
    }

    private void series(int number, Person organiser, List<Attendee> pupils, LocalDate start, int perLesson) {
        var time = LocalTime.of(8 + number % 8, number % 2 * 30);
        var times = new EventTimes(start.atTime(time), start.atTime(time).plusMinutes(50), School.WINDOWS_ZONE, false);
        var event = bench.event(organiser, "Lesson " + String.format(Locale.ROOT, "%05d", number), times, pupils);
        event.recurrence(weekdays(start));
        var meeting = bench.online(event, MeetingKind.RECURRING, false);
        for (int day = 0; day < LESSONS_IN_SERIES; day++) {
            var date = start.plusWeeks(day / 5).plusDays(day % 5);
            for (int part = 0; part < perLesson; part++) {
                hold(meeting, event.times().on(date), part, perLesson);
            }
        }
    }

    private void hold(OnlineMeeting meeting, EventTimes times, int part, int parts) {
        var minutes = 50 / parts;
        var slice = new EventTimes(times.start().plusMinutes((long) part * minutes), times.start()
                .plusMinutes((part + 1L) * minutes), times.zoneName(), false);
        var session = bench.holdOnce(meeting, slice, false);
        if (session != null) {
            bench.record(session, Duration.ofDays(120), true);
        }
    }

    private Recurrence weekdays(LocalDate start) {
        var recurrence = bench.weekly(start, DayOfWeek.MONDAY, LESSONS_IN_SERIES);
        var days = recurrence.json().withObject("pattern").putArray("daysOfWeek");
        List.of("monday", "tuesday", "wednesday", "thursday", "friday").forEach(days::add);
        return recurrence;
    }

    private List<List<Attendee>> classes() {
        var pupils = school.people().all().stream().filter(person -> "Pupil".equals(person.card().jobTitle())).toList();
        var classes = new ArrayList<List<Attendee>>();
        for (int i = 0; i + CLASS_SIZE <= pupils.size(); i += CLASS_SIZE) {
            classes.add(pupils.subList(i, i + CLASS_SIZE).stream().map(pupil -> Attendee.of(pupil, "accepted")).toList());
        }
        return classes.isEmpty() ? List.of(bench.classOf(CLASS_SIZE)) : classes;
    }
}
