package app.lectern.meetings;

import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.link.JoinLink;
import app.lectern.problems.ExitStatus;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Meetings of channels stand in the calendars of groups, which Lectern does not read. They become known by what they leave
/// behind: the online meeting of a recording is asked for, and kept as a meeting when it was one of a channel.
public final class ChannelMeetings {
    /// So far from the online meeting's own time it was another date of a series.
    private static final Duration SAME_DATE = Duration.ofHours(12);

    private final KnownMeetingsStore known;
    private final CalendarStore store;
    private final Function<Integration, GraphSession> sessions;
    private final Clock clock;

    public ChannelMeetings(Store store, Function<Integration, GraphSession> sessions, Clock clock) {
        this.known = new KnownMeetingsStore(store);
        this.store = new CalendarStore(store);
        this.sessions = sessions;
        this.clock = clock;
    }

    /// What was left behind by an online meeting, and when that came about.
    public record Trace(Organiser organiser, String onlineMeeting, Instant from, Instant until) {}

    /// Keeps the meetings of channels that left these; false when something is to be asked again.
    public boolean find(Integration of, List<Trace> traces, Progress progress) throws InterruptedException {
        var byMeeting = new LinkedHashMap<String, List<Trace>>();
        traces.forEach(trace -> byMeeting.computeIfAbsent(trace.onlineMeeting(), id -> new ArrayList<>()).add(trace));
        var firsts = byMeeting.values().stream().map(List::getFirst).toList();
        var outcomes = firsts.isEmpty() ? List.<BatchOutcome<MeetingIdsGraph.Met>>of() : new MeetingIdsGraph(sessions.apply(of)).get(firsts, progress);
        progress.checkpoint();
        boolean answered = true;
        for (int at = 0; at < firsts.size(); at++) {
            switch (outcomes.get(at)) {
                case BatchOutcome.Done<MeetingIdsGraph.Met> done -> keep(of, done.value().orElseThrow(), byMeeting.get(firsts.get(at).onlineMeeting()));
                case BatchOutcome.Failed<MeetingIdsGraph.Met> failed -> answered &= failed.problem().code().exit() != ExitStatus.NETWORK;
                case BatchOutcome.NotSent<MeetingIdsGraph.Met> cancelled -> answered = false;
            }
        }
        return answered;
    }

    private void keep(Integration of, MeetingIdsGraph.Met met, List<Trace> traces) {
        if (!(JoinLink.parse(met.joinUrl()) instanceof JoinLink.Found found) || !found.link().inChannel()) {
            return;
        }
        var dates = new ArrayList<>(known.byJoinUrl(of.id(), met.joinUrl()));
        var fresh = new ArrayList<Meeting>();
        traces.stream().sorted(Comparator.comparing(Trace::from)).forEach(trace -> {
            if (KnownMeetings.nearest(dates, trace.from(), SAME_DATE).isEmpty()) {
                var meeting = meeting(of, met, trace, found.link());
                dates.add(meeting);
                fresh.add(meeting);
            }
        });
        store.add(fresh, clock.instant());
        known.identify(of.id(), met.joinUrl(), met.id(), thread(met, found.link()), Optional.empty(), clock.instant());
    }

    private static Meeting meeting(Integration of, MeetingIdsGraph.Met met, Trace trace, JoinLink link) {
        boolean itsOwnDate = !trace.from().isBefore(met.start().minus(SAME_DATE)) && !trace.from().isAfter(met.end().plus(SAME_DATE));
        return new Meeting(0, of.id(), MeetingState.CREATED, MeetingKind.CHANNEL, met.subject(), trace.organiser(), itsOwnDate ? met.start() : trace.from(),
                itsOwnDate ? met.end() : trace.until(), "UTC", "", "", "", met.id(), met.joinUrl(), thread(met, link), Optional.empty(), false);
    }

    private static String thread(MeetingIdsGraph.Met met, JoinLink link) {
        return met.threadId().isEmpty() ? link.threadId() : met.threadId();
    }
}
