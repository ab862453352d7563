package app.lectern.meetings;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the other features ask about meetings: which there are, whose, when, and to which one something belongs.
public final class KnownMeetings {
    private final KnownMeetingsStore store;

    public KnownMeetings(Store store) {
        this.store = new KnownMeetingsStore(store);
    }

    public long count(Integration of) {
        return store.count(of.id());
    }

    public Optional<Meeting> find(long id) {
        return store.find(id);
    }

    /// Those that are held at least partly within the span, by their start.
    public List<Meeting> between(Integration of, Instant from, Instant until) {
        return store.overlapping(of.id(), from, until);
    }

    /// Those that were held and ended within the span, by their end.
    public List<Meeting> ended(Integration of, Instant since, Instant until) {
        return store.ended(of.id(), since, until);
    }

    /// All occurrences that share this online meeting.
    public List<Meeting> byOnlineMeeting(Integration of, String onlineMeetingId) {
        return onlineMeetingId.isEmpty() ? List.of() : store.byOnlineMeeting(of.id(), onlineMeetingId);
    }

    public List<Meeting> byThread(Integration of, String threadId) {
        return threadId.isEmpty() ? List.of() : store.byThread(of.id(), threadId);
    }

    public List<Meeting> byJoinUrl(Integration of, String joinUrl) {
        return joinUrl.isEmpty() ? List.of() : store.byJoinUrl(of.id(), joinUrl);
    }

    public List<Meeting> ofOrganiser(Integration of, String organiserId, Instant from, Instant until) {
        return store.ofOrganiser(of.id(), organiserId, from, until);
    }

    /// Of several occurrences the one in whose time the moment falls, else the nearest within the tolerance.
    public static Optional<Meeting> nearest(List<Meeting> among, Instant moment, Duration tolerance) {
        return among.stream().filter(meeting -> meeting.distance(moment).compareTo(tolerance) <= 0)
                .min(Comparator.comparing(meeting -> meeting.distance(moment)));
    }

    public List<Attendee> attendees(Meeting of) {
        return store.attendees(of.id());
    }

    /// How many are invited to each of these meetings of one integration; those without anybody are left out.
    public Map<Long, Integer> invited(List<Meeting> to) {
        if (to.isEmpty()) {
            return Map.of();
        }
        var from = to.stream().map(Meeting::start).min(Comparator.naturalOrder()).orElseThrow();
        var until = to.stream().map(Meeting::end).max(Comparator.naturalOrder()).orElseThrow();
        return store.invited(to.getFirst().integration(), from, until);
    }

    /// Everybody who organises one of the known meetings.
    public List<Organiser> organisers(Integration of) {
        return store.organisers(of.id());
    }

    /// After a privacy request: nobody was invited under this address.
    public void forgetAttendee(Integration of, String address) {
        store.forgetAttendee(of.id(), address);
    }
}
