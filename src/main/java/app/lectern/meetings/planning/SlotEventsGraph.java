package app.lectern.meetings.planning;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.graph.Waiting;
import app.lectern.jobs.Progress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventCollectionResponse;
import com.microsoft.graph.users.item.events.item.cancel.CancelPostRequestBody;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The events of slots in their organisers' calendars. Several slots travel in one request, each with an outcome of its own.
final class SlotEventsGraph {
    private static final String[] LINK = {"id", "iCalUId", "isOnlineMeeting", "onlineMeetingProvider", "onlineMeeting"};

    private final GraphSession session;
    private final BiConsumer<Slot, Waiting> waits;

    /// @param waits told before a slot's request is repeated
    SlotEventsGraph(GraphSession session, BiConsumer<Slot, Waiting> waits) {
        this.session = session;
        this.waits = waits;
    }

    /// The event as the calendar answered it.
    ///
    /// @param online false when Microsoft made a plain event without complaint
    record Made(String eventId, String iCalUid, boolean online, String joinUrl) {}

    /// One date of a series.
    record Occurrence(String eventId, String iCalUid, Instant start, Instant end) {}

    List<Sent<Made>> create(List<Slot> slots) {
        return write(slots, slot -> events(slot).toPostRequestInformation(SlotFieldsGraph.fresh(slot)));
    }

    /// Asks for the link of events that are there already.
    List<Sent<Made>> look(List<Slot> slots) {
        return write(slots, slot -> event(slot).toGetRequestInformation(request -> request.queryParameters.select = LINK));
    }

    /// Asks once more for a Teams meeting where a plain event was made.
    List<Sent<Made>> bringOnline(List<Slot> slots) {
        return write(slots, slot -> event(slot).toPatchRequestInformation(SlotFieldsGraph.online()));
    }

    private List<Sent<Made>> write(List<Slot> slots, Function<Slot, RequestInformation> request) {
        return send(slots, request, Event::createFromDiscriminatorValue, SlotEventsGraph::made);
    }

    /// Cancels with a message for everybody who was invited, or takes the event away without one.
    List<Sent<Made>> remove(List<Slot> slots, Optional<String> message) {
        return write(slots, slot -> {
            if (message.isEmpty()) {
                return event(slot).toDeleteRequestInformation();
            }
            var body = new CancelPostRequestBody();
            body.setComment(message.get());
            return event(slot).cancel().toPostRequestInformation(body);
        });
    }

    /// The event that an earlier try made, its answer lost.
    Optional<String> made(Slot slot) {
        var found = send(List.of(slot), each -> events(each).toGetRequestInformation(request -> {
            request.queryParameters.filter = "singleValueExtendedProperties/any(ep: ep/id eq '" + SlotFieldsGraph.KEY + "' and ep/value eq '"
                    + slot.key() + "')";
            request.queryParameters.select = new String[] {"id"};
        }), EventCollectionResponse::createFromDiscriminatorValue, page -> page.getValue().stream().map(Event::getId).findFirst()).getFirst();
        found.refusal().ifPresent(problem -> {
            throw problem.raise();
        });
        return found.value().flatMap(each -> each);
    }

    /// Writes these fields of a plan over an event that is there.
    Sent<Made> overwrite(Slot slot, Set<SlotField> fields, String html) {
        return write(List.of(slot), each -> event(each).toPatchRequestInformation(
                SlotFieldsGraph.changed(each.planned(), fields, html, each.joinUrl()))).getFirst();
    }

    /// The whole event as a plan, over what is known of it.
    record Seen(Planned held, String html, String joinUrl, boolean cancelled) {}

    Sent<Seen> read(Slot slot) {
        return send(List.of(slot), each -> event(each).toGetRequestInformation(), Event::createFromDiscriminatorValue, event -> {
            var html = event.getBody() == null ? "" : text(event.getBody().getContent());
            var url = made(event).joinUrl();
            return new Seen(SlotFieldsGraph.read(event, slot.planned(), JoinBlock.ownText(html, url.isEmpty() ? slot.joinUrl() : url)), html, url,
                    Boolean.TRUE.equals(event.getIsCancelled()));
        }).getFirst();
    }

    Sent<String> body(Slot slot) {
        return send(List.of(slot), each -> event(each).toGetRequestInformation(request -> request.queryParameters.select = new String[] {"body"}),
                Event::createFromDiscriminatorValue, event -> event.getBody() == null ? "" : event.getBody().getContent()).getFirst();
    }

    List<Occurrence> occurrences(Slot slot, Instant from, Instant until, Progress progress) {
        var found = new ArrayList<Occurrence>();
        session.ask(about(slot), client -> {
            var instances = event(slot).instances();
            Paging.walk(instances.get(request -> {
                request.queryParameters.startDateTime = from.toString();
                request.queryParameters.endDateTime = until.toString();
                request.queryParameters.top = 200;
            }), link -> instances.withUrl(link).get(), page -> page.getValue().forEach(each -> found.add(new Occurrence(each.getId(),
                    text(each.getICalUId()), instant(each.getStart().getDateTime()), instant(each.getEnd().getDateTime())))), progress);
            return null;
        });
        return found;
    }

    /// In UTC, because no other zone was asked for.
    private static Instant instant(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }

    private com.microsoft.graph.users.item.events.EventsRequestBuilder events(Slot slot) {
        return session.client().users().byUserId(slot.organiserId()).events();
    }

    private com.microsoft.graph.users.item.events.item.EventItemRequestBuilder event(Slot slot) {
        return events(slot).byEventId(slot.eventId());
    }

    private static About about(Slot slot) {
        return About.of("Meetings: create").account(slot.planned().organiser()).item(slot.planned().subject()).permission("Calendars.ReadWrite");
    }

    /// Every one of these says the same however often it is said, so all may be repeated.
    private <A extends Parsable, T> List<Sent<T>> send(List<Slot> slots, Function<Slot, RequestInformation> request, ParsableFactory<A> answer,
            Function<A, T> read) {
        var calls = slots.stream().map(slot -> BatchCall.of(request.apply(slot), answer)
                .about(about(slot).watchedBy(waiting -> waits.accept(slot, waiting))).marked()).toList();
        var outcomes = session.batch().run(About.of("Meetings: create").watchedBy(waiting -> slots.forEach(slot -> waits.accept(slot, waiting))),
                calls, Progress.NONE);
        return outcomes.stream().map(outcome -> Sent.of(outcome, read)).toList();
    }

    private static Made made(Event event) {
        var meeting = event.getOnlineMeeting();
        return new Made(text(event.getId()), text(event.getICalUId()), Boolean.TRUE.equals(event.getIsOnlineMeeting()),
                meeting == null ? "" : text(meeting.getJoinUrl()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
