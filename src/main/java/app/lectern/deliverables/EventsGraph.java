package app.lectern.deliverables;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventCollectionResponse;
import com.microsoft.kiota.RequestInformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads Lectern's own events from calendars and sends what changes, in batches.
final class EventsGraph {
    private static final int PAGE = 200;
    private static final String[] SELECT = {
        "id", "subject", "body", "start", "end", "isAllDay", "categories", "isReminderOn", "reminderMinutesBeforeStart", "showAs", "attendees"
    };

    private final GraphSession session;

    EventsGraph(GraphSession session) {
        this.session = session;
    }

    /// @param refused why a place could not be read
    record Read(List<FoundEvent> events, Map<Target, Problem> refused) {}

    /// How a write ended: the event as the calendar answered it, or the refusal; neither when it was not sent.
    record Written(Optional<FoundEvent> event, Optional<Problem> refusal, boolean sent) {}

    /// All first pages travel together; the rest of a calendar follows its links.
    Read read(List<Target> places, Progress progress) throws InterruptedException {
        var calls = places.stream().map(place -> BatchCall.<EventCollectionResponse>of(list(place),
                EventCollectionResponse::createFromDiscriminatorValue).about(about(place))).toList();
        var outcomes = session.batch().run(About.of("Deliverables: dry run").permission("Calendars.ReadWrite"), calls, progress);
        progress.checkpoint();
        var events = new ArrayList<FoundEvent>();
        var refused = new LinkedHashMap<Target, Problem>();
        for (int at = 0; at < places.size(); at++) {
            var place = places.get(at);
            switch (outcomes.get(at)) {
                case BatchOutcome.Done<EventCollectionResponse>(int status, var page) -> {
                    try {
                        events.addAll(rest(place, page.orElseThrow(), progress));
                    } catch (ProblemException stopped) {
                        // half a calendar would look like events that are gone
                        refused.put(place, stopped.problem());
                    }
                }
                case BatchOutcome.Failed<EventCollectionResponse>(Problem problem) -> refused.put(place, problem);
                case BatchOutcome.NotSent<EventCollectionResponse>() -> throw new InterruptedException();
            }
        }
        return new Read(events, refused);
    }

    private static About about(Target place) {
        return About.of("").account(place.mailbox()).permission("Calendars.ReadWrite");
    }

    private RequestInformation list(Target place) {
        var user = session.client().users().byUserId(place.mailbox());
        if (place.isOwnCalendar()) {
            return user.calendar().events().toGetRequestInformation(request -> {
                request.queryParameters.filter = EventFieldsGraph.FILTER;
                request.queryParameters.expand = new String[] {EventFieldsGraph.EXPAND};
                request.queryParameters.select = SELECT;
                request.queryParameters.top = PAGE;
            });
        }
        return user.calendars().byCalendarId(place.calendar()).events().toGetRequestInformation(request -> {
            request.queryParameters.filter = EventFieldsGraph.FILTER;
            request.queryParameters.expand = new String[] {EventFieldsGraph.EXPAND};
            request.queryParameters.select = SELECT;
            request.queryParameters.top = PAGE;
        });
    }

    private List<FoundEvent> rest(Target place, EventCollectionResponse first, Progress progress) {
        var found = new ArrayList<FoundEvent>();
        session.ask(about(place), client -> {
            app.lectern.graph.Paging.walk(first, link -> client.users().byUserId(place.mailbox()).events().withUrl(link).get(),
                    page -> page.getValue().forEach(event -> EventFieldsGraph.found(event, place).ifPresent(found::add)), progress);
            return null;
        });
        return found;
    }

    /// Outcomes in the order of the errands.
    List<Written> write(List<Errand> errands, Progress progress) {
        var calls = errands.stream().map(errand -> call(errand).about(about(errand.target()).item(errand.title()))).toList();
        var outcomes = session.batch().run(About.of("Deliverables: apply").permission("Calendars.ReadWrite"), calls, progress);
        var written = new ArrayList<Written>();
        for (int at = 0; at < errands.size(); at++) {
            var errand = errands.get(at);
            written.add(switch (outcomes.get(at)) {
                case BatchOutcome.Done<Event>(int status, var event) ->
                        new Written(event.map(answer -> EventFieldsGraph.answered(answer, errand)), Optional.empty(), true);
                case BatchOutcome.Failed<Event>(Problem problem) -> new Written(Optional.empty(), Optional.of(problem), true);
                case BatchOutcome.NotSent<Event>() -> new Written(Optional.empty(), Optional.empty(), false);
            });
        }
        return written;
    }

    private BatchCall<Event> call(Errand errand) {
        var user = session.client().users().byUserId(errand.target().mailbox());
        var request = switch (errand.kind()) {
            case CREATE -> errand.target().isOwnCalendar()
                    ? user.calendar().events().toPostRequestInformation(EventFieldsGraph.fresh(errand))
                    : user.calendars().byCalendarId(errand.target().calendar()).events().toPostRequestInformation(EventFieldsGraph.fresh(errand));
            case UPDATE -> user.events().byEventId(errand.eventId()).toPatchRequestInformation(EventFieldsGraph.changed(errand),
                    config -> config.headers.add("If-Match", errand.etag()));
            case DELETE -> user.events().byEventId(errand.eventId()).toDeleteRequestInformation(
                    config -> config.headers.add("If-Match", errand.etag()));
        };
        // the transaction id makes a repeated creation harmless, and a change says the same however often it is said
        return BatchCall.<Event>of(request, Event::createFromDiscriminatorValue).marked();
    }
}
