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

    private static Found found(OnlineMeeting meeting) {
        var chat = meeting.getChatInfo();
        return new Found(meeting.getId(), chat == null || chat.getThreadId() == null ? "" : chat.getThreadId(),
                meeting.getMeetingType() == null ? "" : meeting.getMeetingType().getValue(), Optional.ofNullable(meeting.getRecordAutomatically()));
    }
}
