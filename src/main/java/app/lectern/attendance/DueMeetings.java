package app.lectern.attendance;

import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which meetings a sync has to ask for, in chunks that can be worked on side by side.
final class DueMeetings {
    private final KnownMeetings known;
    private final AttendanceMeetingsStore lines;

    DueMeetings(KnownMeetings known, AttendanceMeetingsStore lines) {
        this.known = known;
        this.lines = lines;
    }

    /// The meetings that have ended and for which asking may bring something new, with what is known of each.
    Map<Meeting, Optional<MeetingLine>> find(SyncOrder order, Instant now) {
        var asked = candidates(order, now).stream().filter(meeting -> meeting.hasLink() && !meeting.organiser().objectId().isEmpty()).toList();
        var before = lines.find(asked.stream().map(Meeting::id).toList());
        boolean all = order.force() || order.scope() instanceof SyncScope.Meetings;
        var due = new LinkedHashMap<Meeting, Optional<MeetingLine>>();
        for (var meeting : asked) {
            var line = Optional.ofNullable(before.get(meeting.id()));
            if (all || line.isEmpty() || isDue(line.get(), now)) {
                due.put(meeting, line);
            }
        }
        return due;
    }

    private List<Meeting> candidates(SyncOrder order, Instant now) {
        if (order.scope() instanceof SyncScope.Meetings some) {
            return some.ids().stream().flatMap(id -> known.find(id).stream()).filter(meeting -> meeting.endedBy(now)).toList();
        }
        return known.ended(order.integration(), now.minus(ReportTimes.KEPT), now).stream()
                .filter(meeting -> order.scope().includesOrganiser(meeting.organiser().address())).toList();
    }

    private static boolean isDue(MeetingLine line, Instant now) {
        return !line.settled() && line.nextLook().filter(next -> next.isAfter(now)).isEmpty();
    }

    /// Chunks of one organiser each, the organisers taking turns; occurrences of a series stay together.
    static List<List<Meeting>> chunks(Iterable<Meeting> meetings, int most) {
        var organisers = new LinkedHashMap<String, List<Meeting>>();
        meetings.forEach(meeting -> organisers.computeIfAbsent(meeting.organiser().objectId(), id -> new ArrayList<>()).add(meeting));
        var queues = organisers.values().stream().map(own -> new ArrayDeque<>(cut(own, most))).toList();
        var chunks = new ArrayList<List<Meeting>>();
        for (boolean more = true; more; ) {
            more = false;
            for (var queue : queues) {
                if (!queue.isEmpty()) {
                    chunks.add(queue.poll());
                    more = true;
                }
            }
        }
        return chunks;
    }

    private static List<List<Meeting>> cut(List<Meeting> own, int most) {
        var sorted = own.stream().sorted(Comparator.comparing(Meeting::joinUrl).thenComparing(Meeting::start)).toList();
        var chunks = new ArrayList<List<Meeting>>();
        var chunk = new ArrayList<Meeting>();
        for (var meeting : sorted) {
            boolean sameSeries = !chunk.isEmpty() && chunk.getLast().joinUrl().equals(meeting.joinUrl());
            if (chunk.size() >= most && !sameSeries) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
            }
            chunk.add(meeting);
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }
}
