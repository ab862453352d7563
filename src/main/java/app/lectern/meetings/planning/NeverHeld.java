package app.lectern.meetings.planning;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.HeldEvidence;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.Turnout;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Finds meetings whose time is over and to which nobody came, and ends a series that is held no more. What is not known is counted and
/// never taken for an empty meeting.
public final class NeverHeld {
    /// As far ahead as dates of a series are known.
    private static final Duration AHEAD = Duration.ofDays(400);

    private final KnownMeetings known;
    private final MeetingEditor editor;
    private final List<HeldEvidence> evidence;
    private final Clock clock;

    public NeverHeld(KnownMeetings known, MeetingEditor editor, List<HeldEvidence> evidence, Clock clock) {
        this.known = known;
        this.editor = editor;
        this.evidence = List.copyOf(evidence);
        this.clock = clock;
    }

    /// A meeting or a series with dates that were not held.
    ///
    /// @param last    the last of its dates that were not held
    /// @param why     what is known of that date
    /// @param ended   how many of its dates have ended
    /// @param empty   how many of them were not held
    /// @param unknown of how many nothing is known
    /// @param coming  its dates that are still to come
    public record Row(Meeting last, Turnout why, int ended, int empty, int unknown, List<Meeting> coming) {
        public Row {
            coming = List.copyOf(coming);
        }

        public boolean canEnd() {
            return last.inSeries() && !coming.isEmpty();
        }
    }

    /// @param ended   how many meetings were looked at
    /// @param unknown those of which nobody knows whether they were held, by what is in the way
    public record Sweep(List<Row> rows, int ended, Map<Turnout, Integer> unknown) {
        public Sweep {
            rows = List.copyOf(rows);
            unknown = Map.copyOf(unknown);
        }

        public int empty() {
            return rows.stream().mapToInt(Row::empty).sum();
        }

        public int unknownInAll() {
            return unknown.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// How ending a series went.
    ///
    /// @param dates how many dates were called off
    public record Ended(Row row, int dates, Optional<Problem> problem) {}

    /// What ended within the span before now. Asks the store only.
    public Sweep look(Integration of, Duration back) {
        var now = clock.instant();
        var ended = known.ended(of, now.minus(back), now).stream().filter(Meeting::hasLink).toList();
        var turnouts = turnouts(of, ended);
        var coming = known.between(of, now, now.plus(AHEAD)).stream().filter(each -> each.inSeries() && each.state().isHeld() && each.start().isAfter(now))
                .collect(Collectors.groupingBy(Meeting::seriesId));
        var groups = new LinkedHashMap<String, List<Meeting>>();
        ended.forEach(each -> groups.computeIfAbsent(each.inSeries() ? each.seriesId() : "#" + each.id(), key -> new ArrayList<>()).add(each));
        var rows = new ArrayList<Row>();
        groups.values().forEach(dates -> row(dates, turnouts, coming.getOrDefault(dates.getFirst().seriesId(), List.of())).ifPresent(rows::add));
        rows.sort(Comparator.comparing((Row row) -> !row.canEnd()).thenComparing(row -> row.last().start(), Comparator.reverseOrder()));
        return new Sweep(rows, ended.size(), unknown(turnouts));
    }

    private Map<Long, Turnout> turnouts(Integration of, List<Meeting> ended) {
        var all = new HashMap<Long, Turnout>();
        ended.forEach(each -> all.put(each.id(), each.kind() == MeetingKind.CHANNEL ? Turnout.REFUSED : Turnout.NOT_READ));
        for (var each : evidence) {
            each.of(of, ended).forEach((meeting, said) -> all.merge(meeting, said, (before, now) -> before == Turnout.HELD ? before : now));
        }
        return all;
    }

    private static Map<Turnout, Integer> unknown(Map<Long, Turnout> turnouts) {
        var unknown = new EnumMap<Turnout, Integer>(Turnout.class);
        turnouts.values().stream().filter(each -> !each.isKnown()).forEach(each -> unknown.merge(each, 1, Integer::sum));
        return unknown;
    }

    private static Optional<Row> row(List<Meeting> dates, Map<Long, Turnout> turnouts, List<Meeting> coming) {
        var empty = dates.stream().filter(each -> turnouts.get(each.id()).isNeverHeld()).toList();
        if (empty.isEmpty()) {
            return Optional.empty();
        }
        int unknown = (int) dates.stream().filter(each -> !turnouts.get(each.id()).isKnown()).count();
        var last = empty.stream().max(Comparator.comparing(Meeting::start)).orElseThrow();
        return Optional.of(new Row(last, turnouts.get(last.id()), dates.size(), empty.size(), unknown, coming));
    }

    /// Ends each series with the last of its dates that has begun; what was before stays as it is. Exchange tells those who are invited of a
    /// shortened series in its own words, so a message goes with the next date, which is called off first. A series whose pattern cannot be
    /// shortened has its coming dates called off one by one, each with the message.
    public List<Ended> end(Integration of, List<Row> rows, String message, Progress progress) throws InterruptedException {
        var done = new ArrayList<Ended>();
        for (var row : rows.stream().filter(Row::canEnd).toList()) {
            progress.checkpoint();
            progress.detail(row.last().subject());
            done.add(end(of, row, message, progress));
            progress.count(done.size(), rows.size());
        }
        return done;
    }

    private Ended end(Integration of, Row row, String message, Progress progress) throws InterruptedException {
        int called = 0;
        try {
            var slot = editor.adopt(of, row.last());
            var repeat = slot.planned().repeat();
            if (repeat.isPresent()) {
                if (!message.isBlank()) {
                    editor.cancelDate(of, slot, row.coming().getFirst(), message);
                    called++;
                }
                var shorter = new Repeat(repeat.get().unit(), repeat.get().every(), repeat.get().days(), Optional.of(lastDay(of, row, slot)), OptionalInt.empty());
                var edited = editor.shorten(of, slot, shorter, row.coming(), progress);
                if (edited instanceof Edited.Gone) {
                    return new Ended(row, 0, Optional.of(Problem.of(Problem.Code.ITEM_GONE).with("item", row.last().subject())));
                }
                return new Ended(row, row.coming().size(), Optional.empty());
            }
            for (var date : row.coming()) {
                progress.checkpoint();
                editor.cancelDate(of, slot, date, message);
                called++;
            }
            return new Ended(row, called, Optional.empty());
        } catch (ProblemException refused) {
            return new Ended(row, called, Optional.of(refused.problem()));
        }
    }

    /// The day of the last date that has begun, in the series’ own zone.
    private LocalDate lastDay(Integration of, Row row, Slot slot) {
        var now = clock.instant();
        var last = known.byJoinUrl(of, row.last().joinUrl()).stream().filter(each -> each.seriesId().equals(row.last().seriesId()) && !each.start().isAfter(now))
                .map(Meeting::start).max(Comparator.naturalOrder()).orElse(row.last().start());
        return LocalDate.ofInstant(last, slot.planned().zone());
    }
}
