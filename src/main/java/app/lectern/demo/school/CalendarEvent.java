package app.lectern.demo.school;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One appointment in the organiser's mailbox, single or the master of a series; attendees see this same object with their
/// own id. What the client sent beyond the known fields is kept as it came and read back.
public final class CalendarEvent {

    /// What differs at one date of a series; `times` is null when the occurrence is deleted.
    public record Change(EventTimes times, String subject, long at) {
    }

    private final long number;
    private final Person organiser;
    private final Instant created;
    private final long firstChange;
    private final Map<LocalDate, Change> changes = new TreeMap<>();
    private final List<Person> declined = new ArrayList<>();
    private SchoolCalendar calendar;
    private String subject;
    private String body = "";
    private EventTimes times;
    private Recurrence recurrence;
    private List<Attendee> attendees = List.of();
    private OnlineMeeting meeting;
    private Instant linkFrom = Instant.EPOCH;
    private String transactionId;
    private String request;
    private ObjectNode details;
    private Instant modified;
    private long lastChange;
    private boolean cancelled;

    CalendarEvent(long number, SchoolCalendar calendar, Instant created, long change) {
        this.number = number;
        this.calendar = calendar;
        this.organiser = calendar.owner();
        this.created = created;
        this.modified = created;
        this.firstChange = change;
        this.lastChange = change;
    }

    public long number() {
        return number;
    }

    public Person organiser() {
        return organiser;
    }

    public SchoolCalendar calendar() {
        return calendar;
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    /// The tenant's change number at the making of the event.
    public long firstChange() {
        return firstChange;
    }

    public long lastChange() {
        return lastChange;
    }

    /// To be called after every change: moves the eTag and makes the event appear in the next delta.
    void touched(Instant now, long change) {
        modified = now;
        lastChange = change;
    }

    public String subject() {
        return subject;
    }

    public void subject(String value) {
        subject = value;
    }

    public String body() {
        return body;
    }

    public void body(String html) {
        body = html;
    }

    public EventTimes times() {
        return times;
    }

    public void times(EventTimes value) {
        times = value;
    }

    public Recurrence recurrence() {
        return recurrence;
    }

    public void recurrence(Recurrence value) {
        recurrence = value;
    }

    public List<Attendee> attendees() {
        return attendees;
    }

    public void attendees(List<Attendee> value) {
        attendees = value;
    }

    public OnlineMeeting meeting() {
        return meeting;
    }

    /// Makes the event a Teams meeting whose link can be read from the given time on.
    public void meeting(OnlineMeeting value, Instant readableFrom) {
        meeting = value;
        linkFrom = readableFrom;
    }

    public boolean showsLink(Instant now) {
        return meeting != null && !now.isBefore(linkFrom);
    }

    public String transactionId() {
        return transactionId;
    }

    /// The body with which the client created the event, to tell a retry from another event under the same transaction id.
    public String request() {
        return request;
    }

    public void createdBy(String transaction, String sent) {
        transactionId = transaction;
        request = sent;
    }

    /// Everything else that the client said, never null.
    public ObjectNode details() {
        return details == null ? JsonNodeFactory.instance.objectNode() : details;
    }

    public void details(ObjectNode value) {
        details = value;
    }

    public Map<LocalDate, Change> changes() {
        return changes;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    void decline(Person person) {
        declined.add(person);
    }

    boolean isDeclinedBy(Person person) {
        return declined.contains(person);
    }
}
