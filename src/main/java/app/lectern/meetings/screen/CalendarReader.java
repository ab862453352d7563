package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.meetings.MeetingSpan;
import app.lectern.meetings.planning.Slot;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads what is known of some days: the meetings found in calendars and the slots planned here, each only once. Off the FX thread.
final class CalendarReader {
    /// @param anything false while no meeting at all is known, on whatever days
    record Read(Optional<Integration> of, List<CalendarEntry> entries, boolean anything, Optional<PermissionReport> missing, Instant from, Instant until) {
        static final Read NOTHING = new Read(Optional.empty(), List.of(), false, Optional.empty(), Instant.MIN, Instant.MAX);

        /// With those of the `others` that lie on the same days, as far as they fit what is typed.
        List<CalendarEntry> with(List<CalendarEntry> others, String filter) {
            var typed = filter.strip().toLowerCase(Locale.ROOT);
            return Stream.concat(entries.stream(), others.stream().filter(entry -> entry.start().isBefore(until) && entry.end().isAfter(from)))
                    .filter(entry -> typed.isEmpty() || fits(entry, typed)).sorted(Comparator.comparing(CalendarEntry::start)).toList();
        }

        boolean mayCreate() {
            return missing.isEmpty() && of.map(in -> in.jobs().include(Capability.CREATE_MEETINGS)).orElse(true);
        }

        private static boolean fits(CalendarEntry entry, String typed) {
            return Stream.of(entry.subject(), entry.organiser().name(), entry.organiser().address()).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(typed));
        }
    }

    private final MeetingsDesk desk;
    private final Function<Integration, Optional<PermissionReport>> permissions;
    private final Words words;
    private final Clock clock;

    CalendarReader(MeetingsDesk desk, Function<Integration, Optional<PermissionReport>> permissions, Words words, Clock clock) {
        this.desk = desk;
        this.permissions = permissions;
        this.words = words;
        this.clock = clock;
    }

    /// @param reach what the list shows, which is no page of the calendar
    Read read(Integration of, CalendarPage wanted, MeetingSpan reach) {
        var now = clock.instant();
        var zone = words.zone();
        boolean isList = wanted.mode() == CalendarMode.LIST;
        var from = isList ? reach.from(now, zone) : wanted.from(zone);
        var until = isList ? reach.until(now, zone) : wanted.until(zone);
        var found = desk.known().between(of, from, until);
        var slots = new LinkedHashMap<Long, Slot>();
        desk.scheduler().slots(of, from, until).forEach(slot -> slots.put(slot.id(), slot));
        desk.scheduler().open(of).forEach(slot -> slots.put(slot.id(), slot));
        var entries = CalendarEntry.merged(found, desk.known().invited(found), List.copyOf(slots.values()), from, until);
        return new Read(Optional.of(of), entries, !entries.isEmpty() || !slots.isEmpty() || desk.known().count(of) > 0,
                permissions.apply(of).filter(report -> !report.capability(Capability.SYNC_CALENDARS).missing().isEmpty()), from, until);
    }
}
