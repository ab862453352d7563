package app.lectern.meetings;

import app.lectern.integrations.Integration;
import app.lectern.meetings.link.JoinLink;
import app.lectern.store.Store;
import app.lectern.sync.FacetCount;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes rows of a calendar's events: occurrences are completed by their series, what is no Teams meeting is left out, and the
/// kind is taken from facts.
final class CalendarRows {
    private final CalendarStore store;
    private final Clock clock;

    CalendarRows(Store store, Clock clock) {
        this.store = new CalendarStore(store);
        this.clock = clock;
    }

    FacetCount keep(Integration of, Organiser owner, List<FoundEvent> events) {
        var gone = new ArrayList<String>();
        var masters = new HashMap<String, FoundEvent>();
        var found = new LinkedHashMap<String, FoundEvent>();
        for (var event : events) {
            if (event.removed()) {
                gone.add(event.id());
            } else if (event.master()) {
                masters.put(event.id(), event);
            } else {
                found.put(event.id(), event);
            }
        }
        var read = new ArrayList<Meeting>();
        var attendees = new HashMap<String, List<Attendee>>();
        for (var event : completed(of, owner, found, masters)) {
            if (event.isTeamsMeeting()) {
                read.add(meeting(of, owner, event));
                attendees.put(event.id(), event.attendees() == null ? List.of() : event.attendees());
            } else if (event.organised() != null) {
                gone.add(event.id());
            }
        }
        return store.keep(of.id(), read, attendees, gone, owner.objectId(), clock.instant());
    }

    private List<FoundEvent> completed(Integration of, Organiser owner, Map<String, FoundEvent> found, Map<String, FoundEvent> masters) {
        boolean partly = found.values().stream().anyMatch(event -> event.seriesId() != null && event.organised() == null);
        var kept = partly ? store.bySeries(of.id(), owner.objectId()) : Map.<String, Meeting>of();
        return found.values().stream().map(event -> {
            if (event.seriesId() == null || event.organised() != null && event.joinUrl() != null) {
                return event;
            }
            var master = Optional.ofNullable(masters.get(event.seriesId())).or(() -> Optional.ofNullable(kept.get(event.seriesId())).map(CalendarRows::series));
            return master.map(event::within).orElse(event);
        }).toList();
    }

    private static FoundEvent series(Meeting occurrence) {
        return new FoundEvent(occurrence.seriesId(), false, true, null, occurrence.iCalUid(), occurrence.subject(), null, null, occurrence.zone(),
                occurrence.joinUrl(), true, List.of());
    }

    private static Meeting meeting(Integration of, Organiser owner, FoundEvent event) {
        var thread = JoinLink.parse(event.joinUrl()) instanceof JoinLink.Found found ? found.link() : null;
        boolean channel = thread != null && thread.inChannel();
        var kind = channel ? MeetingKind.CHANNEL : event.seriesId() != null ? MeetingKind.RECURRING : MeetingKind.SCHEDULED;
        return new Meeting(0, of.id(), MeetingState.CREATED, kind, text(event.subject()), owner, event.start(), event.end(), text(event.zone()),
                event.id(), text(event.iCalUid()), text(event.seriesId()), "", event.joinUrl(), thread == null ? "" : thread.threadId(),
                Optional.empty(), false);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
