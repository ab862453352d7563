package app.lectern.attendance;

import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.store.Store;
import app.lectern.store.TextSweep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Erases a person's data after a privacy request: their entries in all reports, their name and address, and what other rooms
/// keep of them. What stays is that it was done, when, by whom and why, and marks by which no sync brings them back.
public final class PersonErasure {
    /// What stays: the trail of who did what, which no one may change and whose chain would break; the calls, which name nobody;
    /// and who this Lectern works for, which is a setting and not a record of a person.
    private static final List<String> SPARED = List.of("audit_entry", "audit_head", "graph_call", "flyway_schema_history", "secrets", "integration",
            "integration_standing", "setup_draft", "organiser_order", "deliverable_settings", "attendance_erased_mark");
    private static final String ERASED = "erased";

    private final AttendancePeopleStore people;
    private final AttendanceRecordsStore records;
    private final AttendanceMeetingsStore lines;
    private final RulesStore rules;
    private final MeetingFigures figures;
    private final List<OtherData> others;
    private final AttendanceTrail trail;
    private final TextSweep sweep;
    private final Clock clock;

    /// What another room keeps of a person.
    public interface OtherData {
        void forget(Integration in, String address);
    }

    public PersonErasure(Store store, KnownMeetings known, List<OtherData> others, AttendanceTrail trail, Clock clock) {
        this.people = new AttendancePeopleStore(store);
        this.records = new AttendanceRecordsStore(store);
        this.lines = new AttendanceMeetingsStore(store);
        this.rules = new RulesStore(store);
        this.figures = new MeetingFigures(known);
        this.sweep = new TextSweep(store, SPARED);
        this.others = List.copyOf(others);
        this.trail = trail;
        this.clock = clock;
    }

    public Erasure erase(Integration in, Who who, String by, String reason) {
        var same = Attendance.people(people, in, who);
        var marks = new TreeSet<>(Marks.of(who));
        var addresses = new TreeSet<String>();
        var names = new TreeSet<>(Set.of(who.name()));
        same.entries().forEach(row -> {
            marks.addAll(Marks.of(row.who()));
            addresses.add(row.who().email());
            names.add(row.who().name());
        });
        addresses.add(who.email());
        addresses.remove("");
        addresses.forEach(address -> others.forEach(other -> other.forget(in, address)));
        var erasure = people.erase(in.id(), same.entries().stream().map(AttendancePeopleStore.Named::id).toList(), marks, by, reason, clock.instant());
        sweep.replace(written(names, addresses), ERASED);
        records.forgetPeople();
        recount(in, erasure.meetings());
        trail.erased(in, erasure);
        return erasure;
    }

    /// As they may stand in texts. A name of one word is too common to be anybody's.
    private static Set<String> written(Set<String> names, Set<String> addresses) {
        var texts = new TreeSet<String>();
        names.stream().map(String::strip).filter(name -> name.contains(" ")).forEach(texts::add);
        addresses.forEach(address -> texts.addAll(List.of(address, address.replace("@", "%40"))));
        return texts;
    }

    private void recount(Integration in, List<Long> meetings) {
        var by = rules.of(in.id());
        var found = lines.find(meetings);
        var changed = new ArrayList<MeetingLine>();
        for (int at = 0; at < meetings.size(); at += 200) {
            var some = meetings.subList(at, Math.min(at + 200, meetings.size()));
            var told = records.told(some);
            some.stream().filter(found::containsKey).map(found::get).forEach(line -> {
                var all = told.getOrDefault(line.meeting(), List.of());
                changed.add(all.isEmpty() ? line.waiting(clock.instant()).emptied() : figures.counted(line, all, by, line.settled()));
            });
        }
        lines.keep(changed);
    }

    public List<Erasure> done(Integration in) {
        return people.erasures(in.id());
    }
}
