package app.lectern.attendance;

import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.integrations.Integration;
import app.lectern.meetings.HeldEvidence;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.Turnout;
import app.lectern.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Says of meetings that have ended whether anybody came, from the attendance that was read. Where that says nothing, neither does this:
/// a report that was not read, that is refused, or that Teams may not make for this organiser is no proof.
public final class Turnouts implements HeldEvidence {
    private final AttendanceMeetingsStore lines;
    private final AttendanceRecordsStore records;

    public Turnouts(Store store) {
        this.lines = new AttendanceMeetingsStore(store);
        this.records = new AttendanceRecordsStore(store);
    }

    @Override
    public Map<Long, Turnout> of(Integration in, List<Meeting> ended) {
        var read = lines.find(ended.stream().map(Meeting::id).toList());
        var reported = lines.reportedOrganisers(in.id());
        var alone = records.told(read.values().stream().filter(line -> line.standing() == Standing.KNOWN && line.figures().joined() <= 1)
                .map(MeetingLine::meeting).toList());
        var found = new HashMap<Long, Turnout>();
        for (var meeting : ended) {
            var line = read.get(meeting.id());
            found.put(meeting.id(), line == null ? Turnout.NOT_READ : of(meeting, line, alone.getOrDefault(meeting.id(), List.of()), reported));
        }
        return found;
    }

    private static Turnout of(Meeting meeting, MeetingLine line, List<Told> told, Set<String> reported) {
        return switch (line.standing()) {
            case WAITING -> Turnout.NOT_READ;
            case NONE -> absent(line, reported.contains(line.organiser().toLowerCase(Locale.ROOT)));
            case KNOWN -> {
                var turnout = line.figures().joined() > 1 ? Turnout.HELD : few(meeting, line, told);
                // as long as another report may come, few are not yet few
                yield turnout == Turnout.HELD || line.settled() ? turnout : Turnout.NOT_READ;
            }
        };
    }

    private static Turnout few(Meeting meeting, MeetingLine line, List<Told> told) {
        int counted = told.stream().mapToInt(each -> each.report().stated()).max().orElse(0);
        // Teams counted somebody whose entry was erased since
        if (counted > line.figures().joined()) {
            return Turnout.HELD;
        }
        if (line.figures().joined() == 0) {
            return Turnout.NOBODY;
        }
        boolean organiser = told.stream().flatMap(each -> each.presences().stream()).allMatch(each -> MeetingRole.of(each.role()) == MeetingRole.ORGANISER
                || each.who().objectId().equalsIgnoreCase(meeting.organiser().objectId()) && !each.who().objectId().isEmpty()
                || each.who().hasEmail() && each.who().email().equalsIgnoreCase(line.organiser()));
        return organiser ? Turnout.ONLY_ORGANISER : Turnout.HELD;
    }

    private static Turnout absent(MeetingLine line, boolean reported) {
        if (line.verdict().filter(Verdict.NOBODY_JOINED::equals).isEmpty()) {
            return Turnout.REFUSED;
        }
        if (!line.settled()) {
            return Turnout.NOT_READ;
        }
        return reported ? Turnout.NO_REPORT : Turnout.UNPROVEN;
    }
}
