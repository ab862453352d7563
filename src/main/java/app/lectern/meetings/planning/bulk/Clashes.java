package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.bulk.RowNote.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds rows that take place at the same time as another row or a known meeting of the same organiser, invite somebody twice at once, or
/// repeat what is there already. A pure rule.
final class Clashes {
    /// A meeting that is there or planned already.
    record Known(String organiser, String subject, Instant start, Instant end) {
        Key key() {
            return Clashes.key(subject, start, end, organiser);
        }
    }

    private record Key(String subject, Instant start, Instant end, String organiser) {}

    /// @param row -1 for a known meeting
    private record Entry(int row, Key key, Instant start, Instant end, String label) {}

    private final List<SlotRow> rows;
    private final Set<Key> known = new HashSet<>();
    private final List<List<RowNote>> notes = new ArrayList<>();

    private Clashes(List<SlotRow> rows) {
        this.rows = rows;
        rows.forEach(row -> notes.add(new ArrayList<>()));
    }

    /// The rows with what was found noted.
    static List<SlotRow> noted(List<SlotRow> rows, List<Known> known) {
        var clashes = new Clashes(rows);
        known.forEach(meeting -> clashes.known.add(meeting.key()));
        clashes.repetitions();
        clashes.ofOrganisers(known);
        clashes.ofAttendees();
        var noted = new ArrayList<SlotRow>();
        for (int at = 0; at < rows.size(); at++) {
            noted.add(rows.get(at).noting(clashes.notes.get(at)));
        }
        return noted;
    }

    private static Key key(String subject, Instant start, Instant end, String organiser) {
        return new Key(subject.strip().toLowerCase(Locale.ROOT), start, end, organiser.toLowerCase(Locale.ROOT));
    }

    private static Key key(Planned of) {
        return key(of.subject(), of.startsAt(), of.endsAt(), of.organiser());
    }

    private void repetitions() {
        var first = new HashMap<Key, SlotRow>();
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).planned().isPresent()) {
                var key = key(rows.get(at).planned().get());
                var earlier = first.putIfAbsent(key, rows.get(at));
                if (known.contains(key)) {
                    notes.get(at).add(RowNote.of(What.IMPORTED_BEFORE, rows.get(at).title()));
                } else if (earlier != null) {
                    notes.get(at).add(RowNote.of(What.SAME_ROW, Integer.toString(earlier.line())));
                }
            }
        }
    }

    private void ofOrganisers(List<Known> meetings) {
        var entries = new HashMap<String, List<Entry>>();
        meetings.forEach(meeting -> add(entries, meeting.organiser(), new Entry(-1, meeting.key(), meeting.start(), meeting.end(), meeting.subject())));
        eachPlan((at, planned) -> add(entries, planned.organiser(), entry(at, planned)));
        entries.remove("");
        entries.values().forEach(some -> sweep(some, (one, other) -> {
            note(one, other, other.row() < 0 ? What.CLASH_WITH_MEETING : What.CLASH_IN_LIST, other.label());
            note(other, one, one.row() < 0 ? What.CLASH_WITH_MEETING : What.CLASH_IN_LIST, one.label());
        }));
    }

    /// One note a row is enough: a class that clashes does so with all its people.
    private void ofAttendees() {
        var entries = new HashMap<String, List<Entry>>();
        eachPlan((at, planned) -> planned.attendees().forEach(person -> add(entries, person.address(), entry(at, planned))));
        entries.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(person -> sweep(person.getValue(), (one, other) -> {
            if (one.row() != other.row() && !one.key().organiser().equals(other.key().organiser())) {
                var later = one.row() > other.row() ? one : other;
                var earlier = later == one ? other : one;
                if (notes.get(later.row()).stream().noneMatch(note -> note.what() == What.SOMEBODY_TWICE)) {
                    note(later, earlier, What.SOMEBODY_TWICE, person.getKey() + " · " + earlier.label());
                }
            }
        }));
    }

    private interface EachPlan {
        void on(int row, Planned planned);
    }

    private void eachPlan(EachPlan each) {
        for (int at = 0; at < rows.size(); at++) {
            int row = at;
            rows.get(at).planned().filter(planned -> planned.endsAt().isAfter(planned.startsAt())).ifPresent(planned -> each.on(row, planned));
        }
    }

    private Entry entry(int at, Planned planned) {
        return new Entry(at, key(planned), planned.startsAt(), planned.endsAt(), Integer.toString(rows.get(at).line()));
    }

    private static void add(Map<String, List<Entry>> entries, String address, Entry entry) {
        entries.computeIfAbsent(address.toLowerCase(Locale.ROOT), each -> new ArrayList<>()).add(entry);
    }

    private interface Found {
        void pair(Entry one, Entry other);
    }

    /// Compares each with the one before it that lasts longest, so that a thousand rows at one time are no million pairs.
    private static void sweep(List<Entry> entries, Found found) {
        entries.sort(Comparator.comparing(Entry::start).thenComparing(Entry::row));
        Entry longest = null;
        for (var entry : entries) {
            if (longest != null && longest.end().isAfter(entry.start()) && !longest.key().equals(entry.key()) && (longest.row() >= 0 || entry.row() >= 0)) {
                found.pair(longest, entry);
            }
            longest = longest == null || entry.end().isAfter(longest.end()) ? entry : longest;
        }
    }

    private void note(Entry at, Entry other, What what, String value) {
        if (at.row() >= 0 && at.row() != other.row()) {
            var there = notes.get(at.row());
            var note = RowNote.of(what, value);
            if (!there.contains(note)) {
                there.add(note);
            }
        }
    }
}
