package app.lectern.meetings.screen;

import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One meeting as the calendar shows it.
///
/// @param key     tells it from all others, also after it was read anew
/// @param remark  what its state adds: "2/4", what failed
/// @param meeting what the organiser's calendar told, where it was read
/// @param slot    the plan behind it, where it was made with Lectern
record CalendarEntry(
        String key,
        String subject,
        Organiser organiser,
        Instant start,
        Instant end,
        String zone,
        MeetingState state,
        MeetingKind kind,
        String remark,
        int invited,
        Optional<Meeting> meeting,
        Optional<Slot> slot) {

    static CalendarEntry of(Meeting meeting, int invited) {
        return new CalendarEntry("meeting-" + meeting.id(), meeting.subject(), meeting.organiser(), meeting.start(), meeting.end(), meeting.zone(),
                meeting.state(), meeting.kind(), "", invited, Optional.of(meeting), Optional.empty());
    }

    /// As the calendar has it, with what the plan knows beyond that.
    private static CalendarEntry of(Meeting meeting, int invited, Slot slot) {
        return new CalendarEntry(meeting.inSeries() ? "meeting-" + meeting.id() : key(slot), meeting.subject(), meeting.organiser(), meeting.start(),
                meeting.end(), meeting.zone(), slot.state(), meeting.kind(), remark(slot), invited, Optional.of(meeting), Optional.of(slot));
    }

    /// As it is planned; of a series, the meeting on this day.
    private static CalendarEntry of(Slot slot, LocalDate day) {
        var plan = slot.planned();
        var start = day.atTime(plan.start().toLocalTime()).atZone(plan.zone()).toInstant();
        boolean isFirst = day.equals(plan.start().toLocalDate());
        var kind = plan.way() == Way.LINK_ONLY ? MeetingKind.LINK_ONLY : plan.repeat().isPresent() ? MeetingKind.RECURRING : MeetingKind.SCHEDULED;
        return new CalendarEntry(isFirst ? key(slot) : key(slot) + "-" + day, plan.subject(), new Organiser(slot.organiserId(), plan.organiser(), ""),
                start, start.plus(plan.length()), plan.zone().getId(), slot.state(), kind, remark(slot), plan.attendees().size(), Optional.empty(),
                Optional.of(slot));
    }

    /// A row of a list that is only rehearsed; its state says what would come of it.
    static CalendarEntry rehearsed(int line, Planned plan, String standing) {
        var kind = plan.way() == Way.LINK_ONLY ? MeetingKind.LINK_ONLY : MeetingKind.SCHEDULED;
        return new CalendarEntry("row-" + line, plan.subject(), new Organiser("", plan.organiser(), ""), plan.startsAt(), plan.endsAt(), plan.zone().getId(),
                MeetingState.DRAFT, kind, standing, plan.attendees().size(), Optional.empty(), Optional.empty());
    }

    boolean isRehearsed() {
        return meeting.isEmpty() && slot.isEmpty();
    }

    static String key(Slot of) {
        return "slot-" + of.id();
    }

    private static String remark(Slot of) {
        return of.state() == MeetingState.RETRYING ? of.attempts() + "/" + Slot.TRIES : "";
    }

    /// What the calendars have and what is planned here, each meeting once, within the span.
    static List<CalendarEntry> merged(List<Meeting> meetings, Map<Long, Integer> invited, List<Slot> slots, Instant from, Instant until) {
        var entries = new ArrayList<CalendarEntry>();
        var behind = new HashSet<Long>();
        for (var slot : slots) {
            var found = meetings.stream().filter(meeting -> isOf(meeting, slot)).toList();
            if (found.isEmpty()) {
                days(slot).forEach(day -> entries.add(of(slot, day)));
            }
            found.stream().filter(meeting -> behind.add(meeting.id()))
                    .forEach(meeting -> entries.add(of(meeting, invited.getOrDefault(meeting.id(), 0), slot)));
        }
        meetings.stream().filter(meeting -> !behind.contains(meeting.id()))
                .forEach(meeting -> entries.add(of(meeting, invited.getOrDefault(meeting.id(), 0))));
        return entries.stream().filter(entry -> entry.start().isBefore(until) && entry.end().isAfter(from))
                .sorted(java.util.Comparator.comparing(CalendarEntry::start).thenComparing(CalendarEntry::key)).toList();
    }

    private static List<LocalDate> days(Slot of) {
        var first = of.planned().start().toLocalDate();
        return of.planned().repeat().map(repeat -> repeat.dates(first)).orElse(List.of(first));
    }

    private static boolean isOf(Meeting meeting, Slot slot) {
        return !slot.eventId().isEmpty() && (slot.eventId().equals(meeting.eventId()) || slot.eventId().equals(meeting.seriesId()))
                || !slot.joinUrl().isEmpty() && slot.joinUrl().equals(meeting.joinUrl());
    }

    boolean isHeldAt(Instant moment) {
        return state.isHeld() && !moment.isBefore(start) && moment.isBefore(end);
    }

    /// Whether the service hands out less about it than about a meeting in a calendar.
    boolean isLimited() {
        return !kind.hasCalendarEvent();
    }

    /// Whether it failed or lacks a part, and can be taken up again.
    boolean isTroubled() {
        return slot.isPresent() && (state == MeetingState.FAILED || state == MeetingState.PARTLY);
    }

    /// Whether its time can be changed by dragging: it was made here, is no series, is not over and nothing is under way with it.
    boolean isMovable(Instant now) {
        return end.isAfter(now) && state != MeetingState.CANCELLED
                && slot.filter(of -> of.planned().repeat().isEmpty() && !of.isOnItsWay() && of.change().isEmpty()).isPresent();
    }
}
