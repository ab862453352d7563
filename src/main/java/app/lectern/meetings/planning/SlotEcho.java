package app.lectern.meetings.planning;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.PlannedMeetings;
import app.lectern.meetings.link.JoinLink;
import app.lectern.problems.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Passes on what became of slots: to the list of known meetings, so that attendance and recordings find them at once, and to the
/// audit trail.
final class SlotEcho {
    /// As far ahead as the calendars are read; later dates of a series are known when their time comes nearer.
    private static final Duration AHEAD = Duration.ofDays(270);

    private final Function<Integration, GraphSession> sessions;
    private final PlannedMeetings known;
    private final SlotOrganisers organisers;
    private final SlotTrail trail;
    private final Clock clock;

    SlotEcho(Function<Integration, GraphSession> sessions, PlannedMeetings known, SlotOrganisers organisers, SlotTrail trail, Clock clock) {
        this.sessions = sessions;
        this.known = known;
        this.organisers = organisers;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param slots each with whether it had no link before
    void ended(Integration of, Map<Slot, Boolean> slots) {
        Map<Meeting, List<Attendee>> rows = new LinkedHashMap<>();
        slots.keySet().stream().filter(Slot::hasLink).forEach(slot -> rows.putAll(rows(of, slot)));
        known.keep(of.id(), rows);
        slots.forEach((slot, fresh) -> {
            if (fresh && slot.state().isHeld()) {
                trail.created(of, slot);
            } else if (slot.state() == MeetingState.FAILED) {
                trail.failed(of, slot);
            } else if (!fresh) {
                trail.changed(of, slot, slot.planned());
            }
        });
    }

    void changed(Integration of, Slot slot, Planned before) {
        known.keep(of.id(), rows(of, slot));
        trail.changed(of, slot, before);
    }

    void cancelled(Integration of, Slot slot) {
        known.callOff(of.id(), slot.eventId(), slot.joinUrl());
        trail.cancelled(of, slot);
    }

    /// Dates of a series that it no longer has.
    void dropped(Integration of, List<Meeting> dates) {
        dates.forEach(date -> known.callOff(of.id(), date.eventId(), ""));
    }

    private Map<Meeting, List<Attendee>> rows(Integration of, Slot slot) {
        var attendees = slot.planned().attendees();
        Map<Meeting, List<Attendee>> rows = new LinkedHashMap<>();
        if (slot.planned().repeat().isEmpty()) {
            rows.put(meeting(of, slot, slot.eventId(), "", "", slot.planned().startsAt(), slot.planned().endsAt()), attendees);
        } else {
            for (var date : dates(of, slot)) {
                rows.put(meeting(of, slot, date.eventId(), date.iCalUid(), slot.eventId(), date.start(), date.end()), attendees);
            }
        }
        return rows;
    }

    private List<SlotEventsGraph.Occurrence> dates(Integration of, Slot slot) {
        try {
            var from = slot.planned().startsAt();
            return new SlotEventsGraph(sessions.apply(of), (waiting, pause) -> {}).occurrences(slot, from, clock.instant().plus(AHEAD), Progress.NONE);
        } catch (ProblemException unreadable) {
            // the next look into the calendar finds them
            return List.of();
        }
    }

    private Meeting meeting(Integration of, Slot slot, String event, String uid, String series, Instant start, Instant end) {
        var planned = slot.planned();
        var kind = planned.way() == Way.LINK_ONLY ? MeetingKind.LINK_ONLY : series.isEmpty() ? MeetingKind.SCHEDULED : MeetingKind.RECURRING;
        var thread = JoinLink.parse(slot.joinUrl()) instanceof JoinLink.Found found ? found.link().threadId() : "";
        return new Meeting(0, of.id(), slot.state() == MeetingState.PARTLY ? MeetingState.PARTLY : MeetingState.CREATED, kind, planned.subject(),
                new Organiser(slot.organiserId(), planned.organiser(), organisers.name(of, planned.organiser())), start, end, planned.zone().getId(),
                event, uid, series, slot.onlineMeetingId(), slot.joinUrl(), thread, Optional.of(planned.options().record()), true);
    }
}
