package app.lectern.attendance;

import app.lectern.attendance.AttendanceGraph.Head;
import app.lectern.attendance.AttendanceGraph.Wanted;
import app.lectern.attendance.AttendanceRecordsStore.Kept;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.graph.BatchOutcome;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.MeetingKind;
import app.lectern.problems.Problem;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncTally;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reads the reports of one organiser's meetings: finds their ids, lists their reports, asks for those that are new, and keeps
/// all of it in one transaction. Cut off before that, nothing of the chunk was done.
final class ReportChunk {
    /// Microsoft lists only so many, the newest.
    static final int LISTED = 50;
    private static final Set<Problem.Code> NO_WAY_THERE = Set.of(Problem.Code.HOST_UNKNOWN, Problem.Code.CONNECTION_REFUSED,
            Problem.Code.CONNECTION_LOST, Problem.Code.TIMED_OUT, Problem.Code.PROXY_REFUSED, Problem.Code.PROXY_SIGN_IN,
            Problem.Code.TLS_UNTRUSTED, Problem.Code.SIGN_IN_NEEDED);

    /// What it works with.
    record Parts(AttendanceRecordsStore records, AttendancePeopleStore people, KnownMeetings known, MeetingIds ids, MeetingFigures figures,
            AttendanceGraph graph, AttendanceRules rules, Clock clock) {}

    /// The run that it belongs to. An organiser whose meetings are refused as a whole is asked only once.
    record Reading(SyncOrder order, Map<Meeting, Optional<MeetingLine>> due, SyncTally tally, Progress progress, Map<String, Problem> refused) {
        Reading(SyncOrder order, Map<Meeting, Optional<MeetingLine>> due, SyncTally tally, Progress progress) {
            this(order, due, tally, progress, new ConcurrentHashMap<>());
        }
    }

    private final Parts parts;
    private final Reading reading;

    ReportChunk(Parts parts, Reading reading) {
        this.parts = parts;
        this.reading = reading;
    }

    /// What became of a meeting in this chunk.
    private final class Found {
        private final List<Head> heads = new ArrayList<>();
        private final List<Told> fresh = new ArrayList<>();
        private Optional<Problem> problem = Optional.empty();
        private boolean beyondTheList;
    }

    void read(List<Meeting> meetings) throws InterruptedException {
        reading.progress().checkpoint();
        var found = new LinkedHashMap<Meeting, Found>();
        meetings.forEach(meeting -> found.put(meeting, new Found()));
        var organiser = meetings.getFirst().organiser().objectId();
        var hopeless = reading.refused().get(organiser);
        if (hopeless != null) {
            found.values().forEach(each -> each.problem = Optional.of(hopeless));
        } else {
            ask(meetings, found);
        }
        found.values().stream().flatMap(each -> each.problem.stream()).filter(Absence::concernsOrganiser).findFirst()
                .ifPresent(problem -> reading.refused().putIfAbsent(organiser, problem));
        giveUpWithoutAWay(found.values());
        keep(found);
    }

    private void giveUpWithoutAWay(Collection<Found> all) {
        if (all.stream().allMatch(each -> each.problem.filter(problem -> NO_WAY_THERE.contains(problem.code())).isPresent())) {
            throw all.iterator().next().problem.orElseThrow().raise();
        }
    }

    private void ask(List<Meeting> meetings, Map<Meeting, Found> found) throws InterruptedException {
        var byId = new LinkedHashMap<Long, Meeting>();
        meetings.forEach(meeting -> byId.put(meeting.id(), meeting));
        var resolved = parts.ids().resolve(reading.order().integration(), meetings, reading.progress());
        resolved.refused().forEach((meeting, problem) -> found.get(byId.get(meeting.id())).problem = Optional.of(problem));
        var byOnlineMeeting = new LinkedHashMap<String, List<Meeting>>();
        resolved.meetings().forEach(meeting -> byOnlineMeeting.computeIfAbsent(meeting.onlineMeetingId(), id -> new ArrayList<>()).add(meeting));
        var firsts = byOnlineMeeting.values().stream().map(List::getFirst).toList();
        var wanted = new ArrayList<Wanted>();
        var outcomes = parts.graph().reports(firsts, reading.progress());
        for (int at = 0; at < firsts.size(); at++) {
            var occurrences = byOnlineMeeting.get(firsts.get(at).onlineMeetingId());
            switch (outcomes.get(at)) {
                case BatchOutcome.Done<List<Head>> done -> wanted.addAll(share(done.value().orElse(List.of()), occurrences, byId, found));
                case BatchOutcome.Failed<List<Head>> failed -> occurrences.forEach(meeting ->
                        found.get(byId.get(meeting.id())).problem = Optional.of(failed.problem()));
                case BatchOutcome.NotSent<List<Head>> cancelled -> reading.progress().checkpoint();
            }
        }
        fetch(wanted, byId, found);
    }

    /// Gives each report to the occurrence that it is of. Those of occurrences that are not asked for are left where they are.
    private List<Wanted> share(List<Head> heads, List<Meeting> due, Map<Long, Meeting> byId, Map<Meeting, Found> found) {
        var candidates = candidates(due.getFirst());
        var wanted = new ArrayList<Wanted>();
        for (var head : heads) {
            var occurrence = Occurrences.of(candidates, head.start(), head.end());
            due.stream().filter(meeting -> occurrence.filter(of -> of.id() == meeting.id()).isPresent()).findFirst().ifPresent(meeting -> {
                found.get(byId.get(meeting.id())).heads.add(head);
                wanted.add(new Wanted(meeting, head));
            });
        }
        if (heads.size() >= LISTED) {
            var oldest = heads.stream().map(Head::start).min(Instant::compareTo).orElseThrow();
            due.stream().filter(meeting -> meeting.end().isBefore(oldest)).forEach(meeting -> found.get(byId.get(meeting.id())).beyondTheList = true);
        }
        return wanted;
    }

    private List<Meeting> candidates(Meeting of) {
        var all = of.kind() == MeetingKind.CHANNEL && !of.threadId().isEmpty()
                ? parts.known().byThread(reading.order().integration(), of.threadId())
                : parts.known().byOnlineMeeting(reading.order().integration(), of.onlineMeetingId());
        return all.isEmpty() ? List.of(of) : all;
    }

    private void fetch(List<Wanted> listed, Map<Long, Meeting> byId, Map<Meeting, Found> found) throws InterruptedException {
        var before = parts.records().reports(byId.keySet(), AttendanceSource.API);
        var wanted = new ArrayList<Wanted>();
        for (var one : listed) {
            var known = before.get(one.head().id());
            if (known != null && isSame(known, one.head()) && !reading.order().force()) {
                reading.tally().unchanged(Facet.ATTENDANCE);
            } else {
                wanted.add(one);
            }
        }
        var outcomes = parts.graph().presences(wanted, reading.progress());
        for (int at = 0; at < wanted.size(); at++) {
            var one = wanted.get(at);
            var mine = found.get(byId.get(one.meeting().id()));
            switch (outcomes.get(at)) {
                case BatchOutcome.Done<List<Presence>> done -> {
                    mine.fresh.add(told(one.head(), done.value().orElse(List.of())));
                    count(before.get(one.head().id()));
                }
                case BatchOutcome.Failed<List<Presence>> failed -> mine.problem = Optional.of(failed.problem());
                case BatchOutcome.NotSent<List<Presence>> cancelled -> reading.progress().checkpoint();
            }
        }
    }

    private void count(Report before) {
        if (before == null) {
            reading.tally().created(Facet.ATTENDANCE);
        } else {
            reading.tally().updated(Facet.ATTENDANCE);
        }
    }

    private static boolean isSame(Report known, Head head) {
        return known.start().equals(head.start()) && known.end().equals(head.end()) && known.stated() == head.stated();
    }

    private Told told(Head head, List<Presence> presences) {
        return new Told(new Report(0, AttendanceSource.API, head.id(), head.start(), head.end(), head.stated(), parts.clock().instant(), Report.Origin.NONE),
                presences);
    }

    private void keep(Map<Meeting, Found> found) {
        var erased = erased(found.values());
        var kept = new ArrayList<Kept>();
        var changed = new ArrayList<MeetingLine>();
        var before = parts.records().told(found.keySet().stream()
                .filter(meeting -> reading.due().get(meeting).filter(line -> !line.sources().isEmpty()).isPresent()).map(Meeting::id).toList());
        for (var each : found.entrySet()) {
            var fresh = each.getValue().fresh.stream().map(told -> without(told, erased)).toList();
            fresh.forEach(told -> kept.add(new Kept(each.getKey().id(), told)));
            changed.add(line(each.getKey(), each.getValue(), merged(before.getOrDefault(each.getKey().id(), List.of()), fresh)));
        }
        parts.records().keep(reading.order().integration().id(), kept, changed);
    }

    private Set<String> erased(Collection<Found> found) {
        var marks = new HashSet<String>();
        found.forEach(each -> each.fresh.forEach(told -> told.presences().forEach(presence -> marks.addAll(Marks.of(presence.who())))));
        return marks.isEmpty() ? Set.of() : parts.people().erased(reading.order().integration().id(), marks);
    }

    private static Told without(Told told, Set<String> erased) {
        return erased.isEmpty() ? told : new Told(told.report(), told.presences().stream()
                .filter(presence -> Marks.of(presence.who()).stream().noneMatch(erased::contains)).toList());
    }

    private static List<Told> merged(List<Told> before, List<Told> fresh) {
        var keys = new HashSet<String>();
        fresh.forEach(told -> keys.add(told.report().key()));
        var all = new ArrayList<>(fresh);
        before.stream().filter(told -> told.report().source() != AttendanceSource.API || !keys.contains(told.report().key())).forEach(all::add);
        return all;
    }

    private MeetingLine line(Meeting meeting, Found found, List<Told> told) {
        var now = parts.clock().instant();
        var line = reading.due().get(meeting).orElseGet(() -> MeetingLine.of(meeting)).refreshed(meeting);
        boolean mayCome = ReportTimes.mayStillCome(meeting.end(), now);
        var next = mayCome ? Optional.of(ReportTimes.nextLook(meeting.end(), now)) : Optional.<Instant>empty();
        var verdict = found.beyondTheList ? Verdict.EXPIRED : Absence.of(meeting, found.problem, now);
        boolean mendable = found.problem.isPresent() && Absence.canBeMended(verdict);
        if (mendable) {
            reading.tally().failed(Facet.ATTENDANCE, OptionalLong.of(meeting.id()), meeting.subject(), found.problem.get());
        }
        if (!told.isEmpty()) {
            boolean complete = !mayCome && !mendable;
            return parts.figures().counted(line, told, parts.rules(), complete).looked(now, next);
        }
        if (mendable) {
            return line.none(verdict, found.problem, false).looked(now, Optional.empty());
        }
        if (mayCome && found.problem.isEmpty()) {
            return line.waiting(next.orElseThrow()).looked(now, next);
        }
        return line.none(verdict, found.problem, !mayCome).looked(now, next);
    }
}
