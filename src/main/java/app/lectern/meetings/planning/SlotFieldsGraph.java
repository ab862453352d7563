package app.lectern.meetings.planning;

import app.lectern.words.BodyText;
import com.microsoft.graph.models.Attendee;
import com.microsoft.graph.models.AttendeeType;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.DayOfWeek;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.OnlineMeetingProviderType;
import com.microsoft.graph.models.PatternedRecurrence;
import com.microsoft.graph.models.RecurrencePattern;
import com.microsoft.graph.models.RecurrencePatternType;
import com.microsoft.graph.models.RecurrenceRange;
import com.microsoft.graph.models.RecurrenceRangeType;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A plan as the fields of an event.
final class SlotFieldsGraph {
    /// By this a slot's event is found again when the answer to its creation was lost.
    static final String KEY = "String {7c1b1f0e-4f0c-4f3b-9a67-52a3b8c5d0e4} Name LecternSlot";

    private SlotFieldsGraph() {}

    static Event fresh(Slot slot) {
        var planned = slot.planned();
        var event = new Event();
        for (var field : SlotField.values()) {
            write(event, field, planned);
        }
        event.setBody(html(BodyText.toHtml(text(planned))));
        event.setIsOnlineMeeting(true);
        event.setOnlineMeetingProvider(OnlineMeetingProviderType.TeamsForBusiness);
        event.setTransactionId(slot.key());
        var key = new SingleValueLegacyExtendedProperty();
        key.setId(KEY);
        key.setValue(slot.key());
        event.setSingleValueExtendedProperties(new ArrayList<>(List.of(key)));
        return event;
    }

    /// What the invitation says: the text, and behind it what it says about recording.
    static String text(Planned planned) {
        return planned.notice().isBlank() ? planned.body() : (planned.body() + "\n\n" + planned.notice()).strip();
    }

    /// Only these fields; everything else of the event stays as it is.
    ///
    /// @param html the body as the event has it now, which holds Teams' own part
    static Event changed(Planned wanted, Set<SlotField> fields, String html, String joinUrl) {
        var event = new Event();
        fields.forEach(field -> write(event, field, wanted));
        if (fields.contains(SlotField.BODY)) {
            event.setBody(html(JoinBlock.with(text(wanted), html, joinUrl)));
        }
        return event;
    }

    /// Makes a plain event a Teams meeting.
    static Event online() {
        var event = new Event();
        event.setIsOnlineMeeting(true);
        event.setOnlineMeetingProvider(OnlineMeetingProviderType.TeamsForBusiness);
        return event;
    }

    private static void write(Event event, SlotField field, Planned planned) {
        switch (field) {
            case SUBJECT -> event.setSubject(planned.subject());
            case START, END, ZONE -> {
                event.setStart(time(planned.startTime(), isAmbiguous(planned)));
                event.setEnd(time(planned.endTime(), isAmbiguous(planned)));
            }
            case ATTENDEES -> event.setAttendees(attendees(planned));
            case CATEGORY -> event.setCategories(planned.category().isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(planned.category())));
            case REMINDER -> {
                event.setIsReminderOn(planned.reminder().isPresent());
                planned.reminder().ifPresent(event::setReminderMinutesBeforeStart);
            }
            case REPEAT -> planned.repeat().ifPresent(repeat -> event.setRecurrence(recurrence(repeat, planned)));
            case BODY, WAY, ORGANISER, OPTIONS -> {
                // the body needs Teams' part, the others are no fields of an event
            }
        }
    }

    /// A wall clock's time that comes twice can only be said in UTC; of a series the other dates would move with the clocks.
    private static boolean isAmbiguous(Planned planned) {
        return planned.repeat().isEmpty() && (planned.startTime().isTwice() || planned.endTime().isTwice());
    }

    private static DateTimeTimeZone time(SlotTimes time, boolean inUtc) {
        boolean utc = inUtc || time.zone() instanceof ZoneOffset;
        LocalDateTime local = utc ? LocalDateTime.ofInstant(time.instant(), ZoneOffset.UTC) : time.moment().toLocalDateTime();
        var written = new DateTimeTimeZone();
        written.setDateTime(local.toString());
        written.setTimeZone(utc ? "UTC" : name(time.zone()));
        return written;
    }

    private static String name(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset ? "UTC".equals(zone.getId()) || zone.getId().equals("Z") ? "UTC" : zone.getId() : zone.getId();
    }

    private static List<Attendee> attendees(Planned planned) {
        var once = new LinkedHashMap<String, Attendee>();
        for (var each : planned.attendees()) {
            var who = new EmailAddress();
            who.setAddress(each.address());
            if (!each.name().isEmpty()) {
                who.setName(each.name());
            }
            var attendee = new Attendee();
            attendee.setEmailAddress(who);
            attendee.setType(each.required() ? AttendeeType.Required : AttendeeType.Optional);
            once.putIfAbsent(each.address().toLowerCase(Locale.ROOT), attendee);
        }
        return new ArrayList<>(once.values());
    }

    private static PatternedRecurrence recurrence(Repeat repeat, Planned planned) {
        var first = planned.start().toLocalDate();
        var pattern = new RecurrencePattern();
        pattern.setInterval(repeat.every());
        switch (repeat.unit()) {
            case DAILY -> pattern.setType(RecurrencePatternType.Daily);
            case WEEKLY -> {
                pattern.setType(RecurrencePatternType.Weekly);
                pattern.setFirstDayOfWeek(DayOfWeek.Monday);
                pattern.setDaysOfWeek(new ArrayList<>(repeat.weekdays(first).stream().sorted()
                        .map(day -> DayOfWeek.forValue(day.name().toLowerCase(Locale.ROOT))).toList()));
            }
            case MONTHLY -> {
                pattern.setType(RecurrencePatternType.AbsoluteMonthly);
                pattern.setDayOfMonth(first.getDayOfMonth());
            }
        }
        var range = new RecurrenceRange();
        range.setStartDate(first);
        range.setRecurrenceTimeZone(name(planned.zone()));
        if (repeat.until().isPresent()) {
            range.setType(RecurrenceRangeType.EndDate);
            range.setEndDate(repeat.until().get());
        } else {
            range.setType(RecurrenceRangeType.Numbered);
            range.setNumberOfOccurrences(repeat.count().orElse(1));
        }
        var whole = new PatternedRecurrence();
        whole.setPattern(pattern);
        whole.setRange(range);
        return whole;
    }

    private static ItemBody html(String content) {
        var body = new ItemBody();
        body.setContentType(BodyType.Html);
        body.setContent(content);
        return body;
    }

    /// What an event says, over what was known of it. Moments count, not the zone in which they are written.
    static Planned read(Event event, Planned known, String ownText) {
        var held = known.withSubject(event.getSubject() == null ? "" : event.getSubject());
        if (!Invitation.text(known).equals(ownText)) {
            held = held.withBody(ownText).withNotice("");
        }
        var start = instant(event.getStart());
        var end = instant(event.getEnd());
        if (!start.equals(known.startsAt()) || !end.equals(known.endsAt())) {
            held = held.withTimes(LocalDateTime.ofInstant(start, known.zone()), LocalDateTime.ofInstant(end, known.zone()));
        }
        var people = event.getAttendees() == null ? List.<app.lectern.meetings.Attendee>of() : event.getAttendees().stream()
                .filter(each -> each.getType() != AttendeeType.Resource && each.getEmailAddress() != null && each.getEmailAddress().getAddress() != null)
                .map(each -> new app.lectern.meetings.Attendee(each.getEmailAddress().getAddress(),
                        Optional.ofNullable(each.getEmailAddress().getName()).orElse(""), each.getType() != AttendeeType.Optional)).toList();
        held = held.withAttendees(people);
        held = held.withAttendees(Invitation.people(held).equals(Invitation.people(known)) ? known.attendees() : people);
        var categories = event.getCategories();
        held = held.withCategory(categories == null || categories.isEmpty() ? "" : categories.getFirst());
        held = held.withReminder(Boolean.TRUE.equals(event.getIsReminderOn())
                ? OptionalInt.of(Optional.ofNullable(event.getReminderMinutesBeforeStart()).orElse(0)) : OptionalInt.empty());
        return held.withRepeat(event.getRecurrence() == null ? Optional.empty() : repeat(event.getRecurrence(), held));
    }

    /// In UTC, because no other zone was asked for.
    private static java.time.Instant instant(DateTimeTimeZone time) {
        return LocalDateTime.parse(time.getDateTime()).toInstant(ZoneOffset.UTC);
    }

    /// A pattern that Lectern does not offer stays what is known.
    private static Optional<Repeat> repeat(PatternedRecurrence of, Planned known) {
        var pattern = of.getPattern();
        var range = of.getRange();
        if (pattern == null || range == null || pattern.getType() == null || range.getType() == null || pattern.getInterval() == null) {
            return known.repeat();
        }
        var unit = switch (pattern.getType()) {
            case Daily -> Repeat.Unit.DAILY;
            case Weekly -> Repeat.Unit.WEEKLY;
            case AbsoluteMonthly -> Repeat.Unit.MONTHLY;
            default -> null;
        };
        if (unit == null || range.getType() == RecurrenceRangeType.NoEnd) {
            return known.repeat();
        }
        var numbered = range.getType() == RecurrenceRangeType.Numbered;
        var days = unit != Repeat.Unit.WEEKLY || pattern.getDaysOfWeek() == null ? Set.<java.time.DayOfWeek>of() : pattern.getDaysOfWeek().stream()
                .map(day -> java.time.DayOfWeek.valueOf(day.name().toUpperCase(Locale.ROOT))).collect(java.util.stream.Collectors.toSet());
        var before = known.repeat();
        var read = new Repeat(unit, pattern.getInterval(), days, numbered ? Optional.empty() : Optional.ofNullable(range.getEndDate()),
                numbered ? OptionalInt.of(range.getNumberOfOccurrences()) : OptionalInt.empty());
        // a weekday that was left to the first date is told as itself
        var first = known.start().toLocalDate();
        return before.filter(each -> each.unit() == Repeat.Unit.WEEKLY && each.on(each.weekdays(first)).equals(read)).or(() -> Optional.of(read));
    }
}
