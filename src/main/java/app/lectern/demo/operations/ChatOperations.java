package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.MeetingChat;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.School;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/// The chats that belong to meetings and calls: where a calendar entry is, the chat names it, which tells kinds of meetings
/// apart.
final class ChatOperations {
    private static final Paging PAGES = new Paging(20, 50);
    private static final Pattern SINCE = Pattern.compile("(?:lastModifiedDateTime|createdDateTime) gt (\\S+)");

    private final School school;

    ChatOperations(School school) {
        this.school = school;
    }

    void register(LockedRoutes routes) {
        routes.get("/chats/{chat}", Right.READ_CHATS, this::get);
        routes.get("/chats/{chat}/messages", Right.READ_MESSAGES, this::messages);
    }

    /// Newest change first; a filter may name the change after which to read, and nothing else.
    private GraphAnswer messages(GraphCall call) {
        var since = call.query().filter().map(ChatOperations::since).orElse(Instant.EPOCH);
        var messages = new MeetingChat(school.ids()).of(meeting(call), school.clock().instant()).stream()
                .filter(message -> message.sentAt().isAfter(since))
                .sorted(Comparator.comparing(MeetingChat.Message::sentAt).reversed()).toList();
        return PAGES.answer(call, "chats('" + call.variable("chat") + "')/messages", messages, message -> json(call.variable("chat"), message));
    }

    private static Instant since(String filter) {
        var found = SINCE.matcher(filter.strip());
        if (!found.matches()) {
            throw GraphRefusal.badRequest("Query option 'Filter' is only allowed on lastModifiedDateTime and createdDateTime.");
        }
        return Instant.parse(found.group(1));
    }

    private ObjectNode json(String chat, MeetingChat.Message message) {
        var node = Json.object().put("id", message.id()).putNull("replyToId").put("etag", message.id()).put("messageType", "message")
                .put("createdDateTime", Json.time(message.sentAt())).put("lastModifiedDateTime", Json.time(message.sentAt()))
                .putNull("deletedDateTime").putNull("subject").put("chatId", chat).put("importance", "normal").put("locale", "en-gb");
        var user = node.putObject("from").putNull("application").putNull("device").putObject("user");
        user.put("id", message.author().id()).put("displayName", message.author().displayName()).put("userIdentityType", "aadUser");
        node.putObject("body").put("contentType", "html").put("content", message.html());
        var attachments = node.putArray("attachments");
        if (message.file() != null) {
            attachments.addObject().put("id", school.ids().guid("chat-file", message.file().hashCode())).put("contentType", "reference")
                    .put("contentUrl", message.file().replace(" ", "%20")).putNull("content")
                    .put("name", message.file().substring(message.file().lastIndexOf('/') + 1));
        }
        return node;
    }

    private GraphAnswer get(GraphCall call) {
        var meeting = meeting(call);
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

    private OnlineMeeting meeting(GraphCall call) {
        return school.meetings().all().stream()
                .filter(one -> one.channel() == null && one.threadId().equals(call.variable("chat"))).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "Resource not found"));
    }

    private void info(ObjectNode info, OnlineMeeting meeting) {
        info.put("calendarEventId", meeting.event() == null ? null
                : ExchangeId.of(meeting.event(), meeting.organiser(), null, false).text(school.ids()))
                .put("joinWebUrl", meeting.joinUrl());
        info.putObject("organizer").put("id", meeting.organiser().id()).putNull("displayName").put("userIdentityType", "aadUser");
    }
}
