package app.lectern.integrations.setup;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.FreeBusyStatus;
import com.microsoft.graph.models.OnlineMeetingProviderType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Makes, reads and removes one event with a Teams link.
final class MeetingGraph {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final GraphSession session;

    MeetingGraph(GraphSession session) {
        this.session = session;
    }

    /// An event as far as it matters here; the link is empty while Microsoft has not filled it in.
    record Made(String id, boolean online, String joinLink) {
        static Made of(Event event) {
            var meeting = event.getOnlineMeeting();
            return new Made(event.getId(), Boolean.TRUE.equals(event.getIsOnlineMeeting()),
                    meeting == null || meeting.getJoinUrl() == null ? "" : meeting.getJoinUrl());
        }
    }

    /// @param key makes a repetition harmless: Exchange answers with the event it made the first time
    Made make(String organiser, String subject, String text, Instant start, Instant end, String key) {
        var event = new Event();
        event.setSubject(subject);
        var body = new com.microsoft.graph.models.ItemBody();
        body.setContentType(com.microsoft.graph.models.BodyType.Text);
        body.setContent(text);
        event.setBody(body);
        event.setStart(at(start));
        event.setEnd(at(end));
        event.setShowAs(FreeBusyStatus.Free);
        event.setIsReminderOn(false);
        event.setIsOnlineMeeting(true);
        event.setOnlineMeetingProvider(OnlineMeetingProviderType.TeamsForBusiness);
        event.setTransactionId(key);
        return session.ask(about(organiser), client -> Made.of(user(organiser, client).events().post(event)));
    }

    Made read(String organiser, String id) {
        return session.ask(about(organiser), client -> Made.of(user(organiser, client).events().byEventId(id).get(with ->
                with.queryParameters.select = new String[] {"id", "subject", "isOnlineMeeting", "onlineMeetingProvider", "onlineMeeting"})));
    }

    void remove(String organiser, String id) {
        session.ask(about(organiser), client -> {
            user(organiser, client).events().byEventId(id).delete();
            return null;
        });
    }

    private static com.microsoft.graph.users.item.UserItemRequestBuilder user(
            String organiser, com.microsoft.graph.serviceclient.GraphServiceClient client) {
        return client.users().byUserId(organiser);
    }

    private static About about(String organiser) {
        return About.of("Integrations: test meeting").account(organiser).item("@test-meeting.subject").permission("Calendars.ReadWrite");
    }

    private static DateTimeTimeZone at(Instant instant) {
        var time = new DateTimeTimeZone();
        time.setDateTime(LOCAL.format(instant.atOffset(ZoneOffset.UTC)));
        time.setTimeZone("UTC");
        return time;
    }
}
