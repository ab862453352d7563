package app.lectern.meetings.planning;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.graph.IdempotentWrite;
import app.lectern.graph.Paging;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Organiser;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventCollectionResponse;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.Location;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is coming in organisers' calendars, with everything in which somebody may have put a link.
final class GuardGraph {
    private static final int PAGE = 200;
    private static final String[] SELECT = {
        "id", "subject", "body", "location", "start", "end", "isOrganizer", "isCancelled", "isOnlineMeeting", "onlineMeeting", "seriesMasterId"
    };

    private final GraphSession session;

    GuardGraph(GraphSession session) {
        this.session = session;
    }

    /// An event that its calendar's owner organises.
    ///
    /// @param ownUrl of the event's own Teams meeting; empty when it has none
    /// @param text   where else a link may stand
    record Coming(Organiser owner, String eventId, String seriesId, String subject, Instant start, Instant end, String ownUrl, String text) {}

    /// Calendars that may not be read are left out: what they hold is nothing that can be converted.
    List<Coming> coming(List<Organiser> owners, Instant from, Instant until, Progress progress) throws InterruptedException {
        var calls = owners.stream().map(owner -> BatchCall.<EventCollectionResponse>of(
                session.client().users().byUserId(owner.objectId()).calendarView().toGetRequestInformation(request -> {
                    request.queryParameters.startDateTime = from.truncatedTo(ChronoUnit.SECONDS).toString();
                    request.queryParameters.endDateTime = until.truncatedTo(ChronoUnit.SECONDS).toString();
                    request.queryParameters.select = SELECT;
                    request.queryParameters.top = PAGE;
                }), EventCollectionResponse::createFromDiscriminatorValue).about(about(owner))).toList();
        var outcomes = session.batch().run(About.of("Meetings: guard"), calls, progress);
        progress.checkpoint();
        var found = new ArrayList<Coming>();
        for (int at = 0; at < owners.size(); at++) {
            if (outcomes.get(at) instanceof BatchOutcome.Done<EventCollectionResponse> done) {
                var owner = owners.get(at);
                session.ask(about(owner), client -> {
                    Paging.walk(done.value().orElseThrow(), link -> client.users().byUserId(owner.objectId()).calendarView().withUrl(link).get(),
                            page -> page.getValue().stream().filter(GuardGraph::counts).forEach(event -> found.add(coming(owner, event))), progress);
                    return null;
                });
            }
        }
        return found;
    }

    /// Takes the old link out of the text and the place of an event that has one of its own now.
    void clean(Slot slot, String html, boolean withPlace) {
        session.ask(About.of("Meetings: guard").account(slot.planned().organiser()).item(slot.planned().subject()).permission("Calendars.ReadWrite"), client -> {
            var event = new Event();
            var body = new ItemBody();
            body.setContentType(BodyType.Html);
            body.setContent(html);
            event.setBody(body);
            if (withPlace) {
                var nowhere = new Location();
                nowhere.setDisplayName("");
                event.setLocation(nowhere);
            }
            return client.users().byUserId(slot.organiserId()).events().byEventId(slot.eventId())
                    .patch(event, config -> config.options.add(IdempotentWrite.MARK));
        });
    }

    private static About about(Organiser owner) {
        return About.of("Meetings: guard").account(owner.address()).permission("Calendars.ReadWrite");
    }

    private static boolean counts(Event event) {
        return Boolean.TRUE.equals(event.getIsOrganizer()) && !Boolean.TRUE.equals(event.getIsCancelled());
    }

    private static Coming coming(Organiser owner, Event event) {
        var place = Optional.ofNullable(event.getLocation()).map(Location::getDisplayName).orElse("");
        var body = Optional.ofNullable(event.getBody()).map(ItemBody::getContent).orElse("");
        var own = Optional.ofNullable(event.getOnlineMeeting()).map(meeting -> meeting.getJoinUrl()).orElse("");
        return new Coming(owner, event.getId(), Optional.ofNullable(event.getSeriesMasterId()).orElse(""),
                Optional.ofNullable(event.getSubject()).orElse(""), instant(event.getStart()), instant(event.getEnd()), own, place + "\n" + body);
    }

    /// In UTC, because no other zone was asked for.
    private static Instant instant(DateTimeTimeZone time) {
        return LocalDateTime.parse(time.getDateTime()).toInstant(ZoneOffset.UTC);
    }
}
