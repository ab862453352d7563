package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the meeting of a recording: by the online meeting's id, by the chat's thread, else by title and time, and says how
/// sure that is.
final class MeetingMatch {
    private static final Duration NEAR = Duration.ofHours(2);
    private static final Duration LATE = Duration.ofHours(12);

    private final KnownMeetings meetings;

    MeetingMatch(KnownMeetings meetings) {
        this.meetings = meetings;
    }

    /// @param confidence in percent
    record Found(Optional<Meeting> meeting, MatchBy by, int confidence) {
        static final Found NONE = new Found(Optional.empty(), MatchBy.NONE, 0);
    }

    /// @param organiserId whose drive or meeting it is
    Found find(Integration of, Seen seen, String organiserId) {
        var ids = byId(of, seen.graphMeeting(), seen.recordedAt());
        if (ids.isPresent()) {
            return ids.get();
        }
        var thread = KnownMeetings.nearest(meetings.byThread(of, seen.threadId()), seen.recordedAt(), LATE);
        if (thread.isPresent()) {
            return new Found(thread, MatchBy.THREAD, 98);
        }
        return byTitle(of, seen, organiserId);
    }

    Optional<Found> byId(Integration of, String onlineMeeting, Instant at) {
        return KnownMeetings.nearest(meetings.byOnlineMeeting(of, onlineMeeting), at, LATE)
                .map(meeting -> new Found(Optional.of(meeting), MatchBy.IDS, 100));
    }

    private Found byTitle(Integration of, Seen seen, String organiserId) {
        var from = seen.recordedAt().minus(NEAR);
        var until = seen.recordedAt().plus(NEAR);
        var around = organiserId.isEmpty() ? meetings.between(of, from, until) : meetings.ofOrganiser(of, organiserId, from, until);
        var wanted = plain(seen.title());
        var named = around.stream().filter(meeting -> plain(meeting.subject()).equals(wanted)).toList();
        return KnownMeetings.nearest(named, seen.recordedAt(), NEAR)
                .map(meeting -> new Found(Optional.of(meeting), MatchBy.TITLE_AND_TIME, confidence(named, meeting, seen))).orElse(Found.NONE);
    }

    private static int confidence(List<Meeting> named, Meeting meeting, Seen seen) {
        int sure = meeting.distance(seen.recordedAt()).isZero() ? 90 : 70;
        return named.size() > 1 ? sure - 20 : sure;
    }

    /// As Teams changes a title on its way into a file's name.
    private static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\\\/:*?\"<>|_\\s]+", " ").strip();
    }
}
