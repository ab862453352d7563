package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.School;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The chats that belong to meetings and calls: where a calendar entry is, the chat names it, which tells kinds of meetings
/// apart.
final class ChatOperations {
    private final School school;

    ChatOperations(School school) {
        this.school = school;
    }

    void register(LockedRoutes routes) {
        routes.get("/chats/{chat}", Right.READ_CHATS, this::get);
    }

    private GraphAnswer get(GraphCall call) {
        var meeting = school.meetings().all().stream()
                .filter(one -> one.channel() == null && one.threadId().equals(call.variable("chat"))).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "Resource not found"));
        var isCall = meeting.kind() == MeetingKind.AD_HOC;
        var node = Json.object().put("@odata.context", Paging.context(call, "chats/$entity")).put("id", meeting.threadId())
                .put("topic", meeting.subject())
                .put("createdDateTime", Json.time(meeting.created())).put("lastUpdatedDateTime", Json.time(meeting.created()))
                .put("chatType", isCall ? meeting.invited().size() == 1 ? "oneOnOne" : "group" : "meeting")
                .put("webUrl", "https://teams.microsoft.com/l/chat/" + meeting.threadId() + "/0?tenantId=" + school.identity()
                .tenantId())
                .put("tenantId", school.identity().tenantId());
        if (isCall) {
            node.putNull("onlineMeetingInfo");
        } else {
            info(node.putObject("onlineMeetingInfo"), meeting);
        }
        return GraphAnswer.ok(Projection.apply(call, node));
    }

    private void info(ObjectNode info, OnlineMeeting meeting) {
        info.put("calendarEventId", meeting.event() == null ? null
                : ExchangeId.of(meeting.event(), meeting.organiser(), null, false).text(school.ids()))
                .put("joinWebUrl", meeting.joinUrl());
        info.putObject("organizer").put("id", meeting.organiser().id()).putNull("displayName").put("userIdentityType", "aadUser");
    }
}
