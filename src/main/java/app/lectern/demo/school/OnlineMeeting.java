package app.lectern.demo.school;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// One Teams meeting with its join link, its options and the sessions that were held in it. A series is one meeting.
public final class OnlineMeeting {
    private final long number;
    private final Person organiser;
    private final MeetingKind kind;
    private final Instant created;
    private final String tenantId;
    private final Ids ids;
    private final TeamChannel channel;
    private final boolean shortLink;
    private final List<Session> sessions = new ArrayList<>(1);
    private String subject;
    private Instant start;
    private Instant end;
    private String externalId;
    private CalendarEvent event;
    private List<Attendee> invited = List.of();
    private ObjectNode options;

    OnlineMeeting(long number, Person organiser, MeetingKind kind, Instant created, TeamChannel channel, boolean shortLink,
            String tenantId, Ids ids) {
        this.number = number;
        this.organiser = organiser;
        this.kind = kind;
        this.created = created;
        this.channel = channel;
        this.shortLink = shortLink;
        this.tenantId = tenantId;
        this.ids = ids;
    }

    public long number() {
        return number;
    }

    public Person organiser() {
        return organiser;
    }

    public MeetingKind kind() {
        return kind;
    }

    public Instant created() {
        return created;
    }

    /// The team's channel, or null for a private meeting.
    public TeamChannel channel() {
        return channel;
    }

    public String threadId() {
        return channel != null ? channel.threadId() : kind == MeetingKind.AD_HOC ? ids.groupThread(number) : ids.meetingThread(number);
    }

    /// The post in the channel under which the meeting runs; "0" for a private meeting.
    public String messageId() {
        return channel == null ? "0" : Long.toString(created.toEpochMilli() - number);
    }

    /// The id of the online meeting in Graph.
    public String id() {
        var plain = "1*" + organiser.id() + "*" + messageId() + "**" + threadId();
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /// The join link exactly as issued: the long form with its own lower-case escapes, or the short one.
    public String joinUrl() {
        if (shortLink) {
            return "https://teams.microsoft.com/meet/" + joinMeetingId() + "?p=" + ids.letters("linkHash", number, 18);
        }
        var context = "{\"Tid\":\"" + tenantId + "\",\"Oid\":\"" + organiser.id() + "\"}";
        return "https://teams.microsoft.com/l/meetup-join/" + escape(threadId()) + "/" + messageId() + "?context="
                + escape(context);
    }

    /// The number that people type to join, without its blanks.
    public String joinMeetingId() {
        return ids.digits("joinMeetingId", number, 12);
    }

    public String passcode() {
        return ids.letters("passcode", number, 6);
    }

    /// The number that room systems of other makers dial.
    public String videoTeleconferenceId() {
        return ids.digits("vtc", number, 9);
    }

    public String conferenceId() {
        return ids.digits("conference", number, 9);
    }

    public String subject() {
        return subject;
    }

    public void subject(String value) {
        subject = value;
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return end;
    }

    public void times(Instant from, Instant to) {
        start = from;
        end = to;
    }

    public String externalId() {
        return externalId;
    }

    void externalId(String value) {
        externalId = value;
    }

    /// The calendar entry behind the meeting, or null.
    public CalendarEvent event() {
        return event;
    }

    public void event(CalendarEvent value) {
        event = value;
    }

    public List<Attendee> invited() {
        return event == null ? invited : event.attendees();
    }

    void invited(List<Attendee> people) {
        invited = people;
    }

    /// What somebody set beyond the defaults, as Graph names it; never null.
    public ObjectNode options() {
        return options == null ? JsonNodeFactory.instance.objectNode() : options;
    }

    public void options(ObjectNode value) {
        options = value;
    }

    /// What was held, or will be, oldest first; [Session#hasReport] and its like say what can be seen by now.
    public List<Session> sessions() {
        return Collections.unmodifiableList(sessions);
    }

    Session addSession(Instant from, Instant to) {
        var session = new Session(this, sessions.size(), from, to, ids);
        sessions.add(session);
        return session;
    }

    /// Forgets what was still to be held: the meeting was moved, cancelled or deleted.
    void callOff(Instant now, long change) {
        sessions.removeIf(session -> session.callOff(now, change));
    }

    String tenantId() {
        return tenantId;
    }

    private static String escape(String text) {
        var upper = URLEncoder.encode(text, StandardCharsets.UTF_8);
        var lower = new StringBuilder(upper);
        for (int i = upper.indexOf('%'); i >= 0; i = upper.indexOf('%', i + 3)) {
            lower.replace(i, i + 3, upper.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }
}
