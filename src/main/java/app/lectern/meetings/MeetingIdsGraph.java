package app.lectern.meetings;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import com.microsoft.graph.models.OnlineMeeting;
import com.microsoft.graph.models.OnlineMeetingCollectionResponse;
import com.microsoft.kiota.RequestInformation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds online meetings by their join links, twenty in one request.
final class MeetingIdsGraph {
    private final GraphSession session;

    MeetingIdsGraph(GraphSession session) {
        this.session = session;
    }

    /// What the online meeting itself tells.
    ///
    /// @param type Graph's own word for how it came to be; empty where the tenant does not say
    record Found(String id, String threadId, String type, Optional<Boolean> records) {}

    /// An outcome for each meeting, in their order: what was found, or why there is none.
    List<BatchOutcome<Found>> find(List<Meeting> meetings, Progress progress) {
        var calls = meetings.stream().map(meeting -> BatchCall.of(request(meeting), OnlineMeetingCollectionResponse::createFromDiscriminatorValue)
                .about(about(meeting))).toList();
        var outcomes = session.batch().run(About.of("Meetings: find online meetings"), calls, progress);
        return java.util.stream.IntStream.range(0, meetings.size()).mapToObj(at -> id(meetings.get(at), outcomes.get(at))).toList();
    }

    private RequestInformation request(Meeting meeting) {
        var organiser = meeting.organiser().objectId();
        var url = session.urls().onlineMeetingByLink(session.connection().appOnly(), organiser, meeting.joinUrl());
        return session.client().users().byUserId(organiser).onlineMeetings().withUrl(url).toGetRequestInformation();
    }

    private static About about(Meeting meeting) {
        return About.of("").account(meeting.organiser().address()).item(meeting.subject()).permission("OnlineMeetings.Read.All");
    }

    private static BatchOutcome<Found> id(Meeting meeting, BatchOutcome<OnlineMeetingCollectionResponse> outcome) {
        return switch (outcome) {
            case BatchOutcome.Done<OnlineMeetingCollectionResponse> done -> {
                var found = done.value().map(OnlineMeetingCollectionResponse::getValue).orElse(List.of());
                yield found.isEmpty()
                        ? new BatchOutcome.Failed<>(Problem.of(Problem.Code.ITEM_GONE).with("item", meeting.subject()))
                        : new BatchOutcome.Done<>(done.status(), Optional.of(found(found.getFirst())));
            }
            case BatchOutcome.Failed<OnlineMeetingCollectionResponse> failed -> new BatchOutcome.Failed<>(failed.problem());
            case BatchOutcome.NotSent<OnlineMeetingCollectionResponse> cancelled -> new BatchOutcome.NotSent<>();
        };
    }

    /// What an online meeting tells that was asked for by its id.
    record Met(String id, String threadId, String joinUrl, String subject, Instant start, Instant end) {}

    /// An outcome for each, in their order.
    List<BatchOutcome<Met>> get(List<ChannelMeetings.Trace> traces, Progress progress) {
        var calls = traces.stream().map(trace -> BatchCall.of(request(trace), OnlineMeeting::createFromDiscriminatorValue)
                .about(About.of("").account(trace.organiser().address()).permission("OnlineMeetings.Read.All"))).toList();
        return session.batch().run(About.of("Meetings: read online meetings"), calls, progress).stream().map(MeetingIdsGraph::met).toList();
    }

    private RequestInformation request(ChannelMeetings.Trace trace) {
        var organiser = trace.organiser().objectId();
        var url = session.urls().onlineMeetings(session.connection().appOnly(), organiser) + "/" + trace.onlineMeeting();
        return session.client().users().byUserId(organiser).onlineMeetings().byOnlineMeetingId(trace.onlineMeeting()).withUrl(url)
                .toGetRequestInformation();
    }

    private static BatchOutcome<Met> met(BatchOutcome<OnlineMeeting> outcome) {
        return switch (outcome) {
            case BatchOutcome.Done<OnlineMeeting> done -> {
                var meeting = done.value().orElseThrow();
                yield new BatchOutcome.Done<>(done.status(), Optional.of(new Met(meeting.getId(), thread(meeting), text(meeting.getJoinWebUrl()),
                        text(meeting.getSubject()), meeting.getStartDateTime().toInstant(), meeting.getEndDateTime().toInstant())));
            }
            case BatchOutcome.Failed<OnlineMeeting> failed -> new BatchOutcome.Failed<>(failed.problem());
            case BatchOutcome.NotSent<OnlineMeeting> cancelled -> new BatchOutcome.NotSent<>();
        };
    }

    private static String thread(OnlineMeeting of) {
        return of.getChatInfo() == null ? "" : text(of.getChatInfo().getThreadId());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static Found found(OnlineMeeting meeting) {
        return new Found(meeting.getId(), thread(meeting),
                meeting.getMeetingType() == null ? "" : meeting.getMeetingType().getValue(), Optional.ofNullable(meeting.getRecordAutomatically()));
    }
}
