package app.lectern.meetings.screen;

import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotText;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import app.lectern.words.ZoneNames;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What the calendar says about an entry.
final class EntryText {
    private final Words words;
    private final SlotText slots;

    EntryText(Words words) {
        this.words = words;
        this.slots = new SlotText(words);
    }

    /// Why it failed or which part is missing, and what can be done.
    Optional<String> trouble(CalendarEntry of) {
        return of.slot().filter(slot -> of.isTroubled()).map(slots::problem).filter(why -> !why.isEmpty());
    }

    boolean isWithoutLink(CalendarEntry of) {
        return of.slot().filter(Slot::hasLink).isEmpty();
    }

    /// The line under the subject: when and whose, or what became of it.
    String line(CalendarEntry of, Instant now) {
        if (of.isHeldAt(now)) {
            return words.text("meetings.entry.now");
        }
        return switch (of.state()) {
            case CREATED -> words.text("meetings.entry.line", words.time(of.start()), surname(of));
            case DRAFT -> words.text("meetings.entry.line", words.time(of.start()),
                    of.remark().isEmpty() ? words.of(of.state()) : of.remark());
            default -> of.remark().isEmpty() ? words.of(of.state()) : words.text("meetings.entry.remark", words.of(of.state()), of.remark());
        };
    }

    /// For an entry that has room for one line only.
    String brief(CalendarEntry of) {
        return words.text("meetings.entry.short", words.time(of.start()), of.subject());
    }

    /// Everything, for the tooltip and for those who hear it.
    String whole(CalendarEntry of, Instant now) {
        var text = new StringBuilder(of.subject()).append('\n')
                .append(words.text("meetings.when", words.when(of.start()), words.time(of.end()))).append(elsewhere(of)).append('\n')
                .append(of.organiser().name().isEmpty() ? of.organiser().address() : of.organiser().name()).append('\n')
                .append(of.isHeldAt(now) ? words.text("meetings.entry.now") : words.of(of.state()));
        if (!of.remark().isEmpty()) {
            text.append(": ").append(of.remark());
        }
        trouble(of).ifPresent(why -> text.append('\n').append(why).append('\n').append(words.text("meetings.entry.trouble")));
        if (of.isLimited()) {
            text.append('\n').append(words.of(of.kind())).append(": ").append(words.text("meetings.limited"));
        }
        return text.toString();
    }

    /// The time in the meeting's own zone, where that reads otherwise.
    private String elsewhere(CalendarEntry of) {
        var zone = ZoneNames.find(of.zone());
        if (zone.isEmpty()) {
            return "";
        }
        var there = zone.get();
        var time = DateTimeFormatter.ofPattern("HH:mm", words.locale()).withZone(there).format(of.start());
        return time.equals(words.time(of.start())) ? "" : " " + words.text("meetings.entry.elsewhere", time, there.getId());
    }

    private static String surname(CalendarEntry of) {
        var name = of.organiser().name().strip();
        return name.isEmpty() ? of.organiser().address().replaceFirst("@.*", "") : name.substring(name.lastIndexOf(' ') + 1);
    }

    String icon(CalendarEntry of, Instant now) {
        if (of.isHeldAt(now)) {
            return "bi-record-circle";
        }
        return switch (of.state()) {
            case CREATED -> "bi-check-circle-fill";
            case PARTLY -> "bi-exclamation-circle-fill";
            case RETRYING, CREATING -> "bi-arrow-repeat";
            case WAITING -> "bi-hourglass";
            case FAILED -> "bi-x-circle-fill";
            case DRAFT -> "bi-pencil";
            case CANCELLED -> "bi-slash-circle";
        };
    }

    static Tone tone(MeetingState state) {
        return switch (state) {
            case CREATED -> Tone.SUCCESS;
            case PARTLY, RETRYING -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case DRAFT, WAITING, CREATING, CANCELLED -> Tone.NEUTRAL;
        };
    }
}
