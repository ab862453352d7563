package app.lectern.deliverables;

import app.lectern.words.BodyText;
import com.microsoft.graph.models.Attendee;
import com.microsoft.graph.models.AttendeeType;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.FreeBusyStatus;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields of an event between the SDK and [EventContent]. An all-day event goes from midnight to the next midnight,
/// which is no longer part of it, both in the same zone.
final class EventFieldsGraph {
    private static final String PROPERTY = "String {7c1b1f0e-4f0c-4f3b-9a67-52a3b8c5d0e4} Name ";
    /// The same on each of Lectern's events, since a calendar can only be searched for a whole value.
    private static final String KIND = PROPERTY + "LecternKind";
    private static final String KEY = PROPERTY + "LecternKey";
    private static final String IMPRINT = PROPERTY + "LecternDeliverable";
    private static final String DELIVERABLE = "deliverable";
    static final String FILTER = "singleValueExtendedProperties/any(ep: ep/id eq '" + KIND + "' and ep/value eq '" + DELIVERABLE + "')";
    static final String EXPAND = "singleValueExtendedProperties($filter=id eq '" + IMPRINT + "')";

    private EventFieldsGraph() {}

    /// Empty for an event whose imprint cannot be read: nobody knows what it stands for, so it is left alone.
    static Optional<FoundEvent> found(Event event, Target place) {
        var properties = Optional.ofNullable(event.getSingleValueExtendedProperties()).orElse(List.of());
        return properties.stream().filter(property -> IMPRINT.equalsIgnoreCase(property.getId()))
                .flatMap(property -> ImprintJson.readImprint(Optional.ofNullable(property.getValue()).orElse("")).stream()).findFirst()
                .map(imprint -> new FoundEvent(event.getId(), etag(event), place, imprint, content(event)));
    }

    static FoundEvent answered(Event event, Errand errand) {
        return new FoundEvent(event.getId(), etag(event), errand.target(), errand.imprint().orElseThrow(), content(event));
    }

    private static String etag(Event event) {
        return event.getAdditionalData().entrySet().stream().filter(each -> each.getKey().endsWith(".etag"))
                .map(each -> String.valueOf(each.getValue())).findFirst().orElse("*");
    }

    private static EventContent content(Event event) {
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.SUBJECT, Optional.ofNullable(event.getSubject()).orElse("").strip());
        values.put(Field.WHEN, when(event));
        values.put(Field.BODY, Optional.ofNullable(event.getBody()).map(ItemBody::getContent).map(BodyText::ofHtml).orElse(""));
        values.put(Field.CATEGORY, String.join(";", Optional.ofNullable(event.getCategories()).orElse(List.of())));
        values.put(Field.REMINDER, Boolean.TRUE.equals(event.getIsReminderOn())
                ? String.valueOf(Optional.ofNullable(event.getReminderMinutesBeforeStart()).orElse(0)) : "");
        values.put(Field.SHOW_AS, Optional.ofNullable(event.getShowAs()).map(FreeBusyStatus::getValue).orElse(""));
        values.put(Field.ATTENDEES, Optional.ofNullable(event.getAttendees()).orElse(List.of()).stream()
                .map(attendee -> attendee.getEmailAddress().getAddress().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(";")));
        return new EventContent(values);
    }

    private static String when(Event event) {
        var start = LocalDateTime.parse(event.getStart().getDateTime());
        var end = LocalDateTime.parse(event.getEnd().getDateTime());
        if (!Boolean.TRUE.equals(event.getIsAllDay())) {
            return start + "/" + end;
        }
        var day = start.toLocalDate();
        return day.plusDays(1).equals(end.toLocalDate()) ? day.toString() : day + "/" + end.toLocalDate();
    }

    static Event fresh(Errand errand) {
        var event = written(errand, EnumSet.allOf(Field.class));
        event.setTransactionId(errand.key());
        event.setResponseRequested(false);
        return event;
    }

    static Event changed(Errand errand) {
        return written(errand, errand.fields());
    }

    private static Event written(Errand errand, java.util.Set<Field> fields) {
        var imprint = errand.imprint().orElseThrow();
        var event = new Event();
        fields.forEach(field -> write(event, field, imprint.written().value(field), errand.zone()));
        event.setSingleValueExtendedProperties(new ArrayList<>(List.of(
                property(KIND, DELIVERABLE), property(KEY, imprint.key()), property(IMPRINT, ImprintJson.write(imprint)))));
        return event;
    }

    private static void write(Event event, Field field, String value, ZoneId zone) {
        switch (field) {
            case SUBJECT -> event.setSubject(value);
            case WHEN -> {
                var day = LocalDate.parse(value);
                event.setIsAllDay(true);
                event.setStart(midnight(day, zone));
                event.setEnd(midnight(day.plusDays(1), zone));
            }
            case BODY -> {
                var body = new ItemBody();
                body.setContentType(BodyType.Html);
                body.setContent(BodyText.toHtml(value));
                event.setBody(body);
            }
            case CATEGORY -> event.setCategories(new ArrayList<>(split(value)));
            case REMINDER -> {
                event.setIsReminderOn(!value.isEmpty());
                if (!value.isEmpty()) {
                    event.setReminderMinutesBeforeStart(Integer.valueOf(value));
                }
            }
            case SHOW_AS -> event.setShowAs(FreeBusyStatus.forValue(value));
            case ATTENDEES -> event.setAttendees(new ArrayList<>(split(value).stream().map(EventFieldsGraph::attendee).toList()));
        }
    }

    private static List<String> split(String value) {
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(";"));
    }

    private static Attendee attendee(String address) {
        var who = new EmailAddress();
        who.setAddress(address);
        var attendee = new Attendee();
        attendee.setEmailAddress(who);
        attendee.setType(AttendeeType.Optional);
        return attendee;
    }

    private static DateTimeTimeZone midnight(LocalDate day, ZoneId zone) {
        var time = new DateTimeTimeZone();
        time.setDateTime(day + "T00:00:00");
        // a bare offset is no name that Exchange knows; the date is the same in any zone
        time.setTimeZone(zone instanceof ZoneOffset ? "UTC" : zone.getId());
        return time;
    }

    private static SingleValueLegacyExtendedProperty property(String id, String value) {
        var property = new SingleValueLegacyExtendedProperty();
        property.setId(id);
        property.setValue(value);
        return property;
    }
}
