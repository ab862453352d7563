package app.lectern.meetings.planning.bulk;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.AddressLookup;
import app.lectern.accounts.Organisers;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotCheck;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rehearses imports: every row is read, checked, its people looked up and its time compared with the other rows and with what is known.
/// Nothing is created and nothing kept.
public final class Rehearsals {
    /// How a list is to be understood.
    ///
    /// @param zone    in which times without a zone are meant; absent for the person's own
    /// @param subject a template for the subjects; absent for the integration's own, which holds where the list has no subjects
    public record Choices(Optional<ZoneId> zone, Optional<String> subject) {
        public static final Choices NONE = new Choices(Optional.empty(), Optional.empty());
    }

    /// What it asks.
    public record Parts(MeetingScheduler scheduler, KnownMeetings known, Organisers organisers, AccountVerifier verifier, AddressLookup lookup,
            MeetingPresets presets, SlotCheck check) {}

    private final Parts parts;
    private final PeopleCheck people;
    private final Words words;

    public Rehearsals(Parts parts, Words words) {
        this.parts = parts;
        this.people = new PeopleCheck(parts.organisers(), parts.verifier(), parts.lookup());
        this.words = words;
    }

    public Rehearsal of(Integration in, SlotSheet sheet, Map<SlotColumn, Integer> mapping, Choices choices, Progress progress) throws InterruptedException {
        if (!mapping.containsKey(SlotColumn.START)) {
            throw wrong(SlotColumn.START.heading(), "@import.fault.no-start");
        }
        var rules = rules(in, sheet, mapping, choices);
        var rows = new ArrayList<SlotRow>();
        for (int at = 0; at < sheet.rows().size(); at++) {
            progress.checkpoint();
            rows.add(new SlotCells(sheet, mapping, rules, at).read());
        }
        return rehearsed(in, sheet.file(), rows, progress);
    }

    /// Of a term, or of anything else that comes without a file.
    public Rehearsal of(Integration in, String source, List<Planned> plans, Progress progress) throws InterruptedException {
        var rows = new ArrayList<SlotRow>();
        plans.forEach(plan -> rows.add(new SlotRow(rows.size() + 1, plan.subject(), Optional.of(plan), List.of())));
        return rehearsed(in, source, rows, progress);
    }

    private ListRules rules(Integration in, SlotSheet sheet, Map<SlotColumn, Integer> mapping, Choices choices) {
        var defaults = parts.presets().defaults(in);
        var template = new SubjectTemplate(choices.subject().orElseGet(() -> mapping.containsKey(SlotColumn.SUBJECT) ? "" : defaults.subject()));
        var names = new HashSet<>(sheet.headings());
        mapping.keySet().forEach(column -> names.add(column.heading()));
        names.addAll(TermPattern.PLACES);
        names.remove("week");
        var unknown = template.unknown(names);
        if (!unknown.isEmpty()) {
            throw wrong(unknown.iterator().next(), "@import.fault.place");
        }
        if (template.isEmpty() && !mapping.containsKey(SlotColumn.SUBJECT)) {
            throw wrong(SlotColumn.SUBJECT.heading(), "@import.fault.no-subject");
        }
        return new ListRules(choices.zone().orElse(words.zone()), template, defaults.length(), parts.presets().usual(in), parts.presets().organisers(in), parts.presets().all(in),
                parts.presets().notice(in), words.locale());
    }

    private static app.lectern.problems.ProblemException wrong(String field, String reason) {
        return Problem.of(Problem.Code.INPUT_WRONG).with("field", field).with("reason", reason).raise();
    }

    private Rehearsal rehearsed(Integration in, String source, List<SlotRow> read, Progress progress) throws InterruptedException {
        var plans = read.stream().flatMap(row -> row.planned().stream()).toList();
        var found = plans.isEmpty() ? Optional.<PeopleCheck.People>empty() : Optional.of(people.look(in, plans, progress));
        var rows = read.stream().map(row -> found.flatMap(all -> row.planned().map(plan -> noted(row, all.organised(plan), all))).orElse(row)).toList();
        return new Rehearsal(source, Clashes.noted(rows, plans.isEmpty() ? List.of() : known(in, plans)), found.flatMap(PeopleCheck.People::unchecked));
    }

    private SlotRow noted(SlotRow row, Planned plan, PeopleCheck.People all) {
        var notes = new ArrayList<RowNote>();
        parts.check().faults(plan, all.domains()).forEach(fault -> notes.add(RowNote.of(fault)));
        notes.addAll(all.notes(plan));
        return row.planned(plan).noting(notes);
    }

    /// What lies in the span of the plans, in calendars and among the slots that are not there yet.
    private List<Clashes.Known> known(Integration in, List<Planned> plans) {
        var from = plans.stream().map(Planned::startsAt).min(Instant::compareTo).orElseThrow();
        var until = plans.stream().map(Planned::endsAt).max(Instant::compareTo).orElseThrow();
        var slots = parts.scheduler().slots(in, from, until).stream().filter(slot -> slot.state() != MeetingState.CANCELLED).toList();
        var known = new ArrayList<Clashes.Known>();
        slots.forEach(slot -> known.add(new Clashes.Known(slot.planned().organiser(), slot.planned().subject(), slot.planned().startsAt(), slot.planned().endsAt())));
        var planned = events(slots);
        parts.known().between(in, from, until).stream().filter(meeting -> meeting.state() != MeetingState.CANCELLED && !planned.contains(meeting.eventId()))
                .forEach(meeting -> known.add(new Clashes.Known(meeting.organiser().address(), meeting.subject(), meeting.start(), meeting.end())));
        return known;
    }

    private static Collection<String> events(List<Slot> slots) {
        var events = new HashSet<String>();
        slots.stream().map(Slot::eventId).filter(event -> !event.isEmpty()).forEach(events::add);
        return events;
    }
}
