package app.lectern.meetings.planning.bulk;

import app.lectern.cli.Output;
import app.lectern.meetings.planning.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Imports as other programs read them.
final class ImportJson {
    private final Output output;
    private final RehearsalText text;

    ImportJson(Output output) {
        this.output = output;
        this.text = new RehearsalText(output.words());
    }

    Map<String, Object> of(Rehearsal rehearsal) {
        var node = new LinkedHashMap<String, Object>();
        node.put("source", rehearsal.source());
        for (var state : RowState.values()) {
            node.put(lower(state), rehearsal.count(state));
        }
        rehearsal.unchecked().ifPresent(why -> node.put("unchecked", output.asJson(why)));
        node.put("rows", rehearsal.rows().stream().map(this::of).toList());
        return node;
    }

    private Map<String, Object> of(SlotRow row) {
        var node = new LinkedHashMap<String, Object>();
        node.put("line", row.line());
        node.put("state", lower(row.state()));
        node.put("subject", row.title());
        row.planned().ifPresent(planned -> {
            node.put("start", planned.startsAt());
            node.put("end", planned.endsAt());
            node.put("timezone", planned.zone().getId());
            node.put("organizer", planned.organiser());
            node.put("attendees", planned.attendees().stream().map(person -> person.address()).toList());
        });
        node.put("notes", row.notes().stream().map(note -> {
            var each = new LinkedHashMap<String, Object>();
            note.column().ifPresent(column -> each.put("column", column.heading()));
            each.put("kind", note.plan().map(fault -> lower(fault.what())).orElseGet(() -> lower(note.what())));
            each.put("weight", lower(note.weight()));
            each.put("text", text.note(note));
            return each;
        }).toList());
        return node;
    }

    Map<String, Object> of(SlotImport.Imported imported) {
        var node = of(imported.batch());
        node.put("done", imported.results().done());
        node.put("failed", imported.results().failed().size());
        node.put("results", results(imported.results().slots()));
        return node;
    }

    Map<String, Object> of(ImportBatch batch) {
        var node = new LinkedHashMap<String, Object>();
        node.put("batch", batch.batch());
        node.put("source", batch.source());
        node.put("meetings", batch.meetings());
        node.put("created_at", batch.createdAt());
        node.put("undone_at", batch.undoneAt().orElse(null));
        return node;
    }

    private List<Map<String, Object>> results(List<Slot> slots) {
        return slots.stream().map(slot -> {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("id", slot.id());
            node.put("subject", slot.planned().subject());
            node.put("start", slot.planned().startsAt());
            node.put("organizer", slot.planned().organiser());
            node.put("state", lower(slot.state()));
            node.put("join_url", slot.joinUrl());
            slot.problem().ifPresent(problem -> node.put("problem", output.asJson(problem)));
            return node;
        }).toList();
    }

    private static String lower(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT);
    }
}
