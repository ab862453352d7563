package app.lectern.meetings;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.jobs.Progress;
import app.lectern.words.ZoneNames;
import com.microsoft.graph.models.AttendeeType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.ResponseStatus;
import com.microsoft.graph.users.item.calendarview.delta.DeltaGetResponse;
import com.microsoft.kiota.RequestInformation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what has changed in calendars. The first pages of up to twenty calendars travel in one request.
final class CalendarGraph {
    private static final String PAGE = "odata.maxpagesize=200";

    private final GraphSession session;

    CalendarGraph(GraphSession session) {
        this.session = session;
    }

    /// One calendar to look at: everything in the window, or what has changed since the mark.
    record Look(Organiser owner, Optional<String> mark, Instant from, Instant until) {}

    /// What a calendar told, and the mark to ask by next time.
    record Seen(List<FoundEvent> events, String mark) {}

    /// An outcome per look, in their order.
    List<BatchOutcome<Seen>> changes(List<Look> looks, Progress progress) {
        var calls = looks.stream().map(look -> BatchCall.of(request(look), DeltaGetResponse::createFromDiscriminatorValue).about(about(look.owner())))
                .toList();
        var firsts = session.batch().run(About.of("Sync: calendars"), calls, progress);
        var outcomes = new ArrayList<BatchOutcome<Seen>>();
        for (int at = 0; at < looks.size(); at++) {
            outcomes.add(whole(looks.get(at), firsts.get(at), progress));
        }
        return outcomes;
    }

    private BatchOutcome<Seen> whole(Look look, BatchOutcome<DeltaGetResponse> first, Progress progress) {
        return switch (first) {
            case BatchOutcome.Failed<DeltaGetResponse> failed -> new BatchOutcome.Failed<>(failed.problem());
            case BatchOutcome.NotSent<DeltaGetResponse> cancelled -> new BatchOutcome.NotSent<>();
            case BatchOutcome.Done<DeltaGetResponse> done -> {
                try {
                    yield new BatchOutcome.Done<>(done.status(), Optional.of(follow(look, done.value().orElseThrow(), progress)));
                } catch (app.lectern.problems.ProblemException refused) {
                    yield new BatchOutcome.Failed<>(refused.problem());
                }
            }
        };
    }

    private Seen follow(Look look, DeltaGetResponse first, Progress progress) {
        var delta = session.client().users().byUserId(look.owner().objectId()).calendarView().delta();
        var events = new ArrayList<FoundEvent>();
        var mark = session.ask(about(look.owner()), client -> Paging.walkDelta(first,
                link -> delta.withUrl(link).get(request -> request.headers.add("Prefer", PAGE)),
                page -> page.getValue().forEach(event -> events.add(found(event))), progress));
        return new Seen(events, session.urls().kept(mark));
    }

    private RequestInformation request(Look look) {
        var delta = session.client().users().byUserId(look.owner().objectId()).calendarView().delta();
        var information = look.mark().flatMap(session.urls()::again).map(link -> delta.withUrl(link).toGetRequestInformation())
                .orElseGet(() -> delta.toGetRequestInformation(request -> {
                    request.queryParameters.startDateTime = look.from().truncatedTo(ChronoUnit.SECONDS).toString();
                    request.queryParameters.endDateTime = look.until().truncatedTo(ChronoUnit.SECONDS).toString();
                }));
        information.headers.add("Prefer", PAGE);
        return information;
    }

    private static About about(Organiser owner) {
        return About.of("Sync: calendars").account(owner.address()).permission("Calendars.ReadWrite");
    }

    private static FoundEvent found(Event event) {
        if (event.getAdditionalData().containsKey('@' + "removed")) {
            return FoundEvent.removed(event.getId());
        }
        var meeting = event.getOnlineMeeting();
        var type = event.getType() == null ? "" : event.getType().getValue();
        boolean told = event.getIsOrganizer() != null;
        boolean organised = told && event.getIsOrganizer() && !Boolean.TRUE.equals(event.getIsCancelled());
        return new FoundEvent(event.getId(), false, type.equals("seriesMaster"), event.getSeriesMasterId(), event.getICalUId(), event.getSubject(),
                instant(event.getStart()), instant(event.getEnd()), zone(event),
                meeting == null ? null : meeting.getJoinUrl(), told ? organised : null, attendees(event));
    }

    private static String zone(Event event) {
        return event.getOriginalStartTimeZone() == null ? null : ZoneNames.usual(event.getOriginalStartTimeZone());
    }

    /// In UTC, because no other zone was asked for.
    private static Instant instant(DateTimeTimeZone time) {
        return time == null || time.getDateTime() == null ? null : LocalDateTime.parse(time.getDateTime()).toInstant(ZoneOffset.UTC);
    }

    private static List<Attendee> attendees(Event event) {
        if (event.getAttendees() == null) {
            return null;
        }
        return event.getAttendees().stream().filter(each -> each.getEmailAddress() != null && each.getEmailAddress().getAddress() != null)
                .filter(each -> each.getType() != AttendeeType.Resource)
                .map(each -> new Attendee(each.getEmailAddress().getAddress(),
                        Optional.ofNullable(each.getEmailAddress().getName()).orElse(""), each.getType() != AttendeeType.Optional, answer(each.getStatus()))).toList();
    }

    private static InvitationAnswer answer(ResponseStatus status) {
        return switch (status == null ? null : status.getResponse()) {
            case Accepted -> InvitationAnswer.ACCEPTED;
            case TentativelyAccepted -> InvitationAnswer.TENTATIVE;
            case Declined -> InvitationAnswer.DECLINED;
            case null, default -> InvitationAnswer.NONE;
        };
    }
}
