package app.lectern.deliverables;

import app.lectern.cli.Output;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What the command prints, for programs and as lines for people.
final class DeliverablesJson {
    private final Output output;

    DeliverablesJson(Output output) {
        this.output = output;
    }

    static Map<String, Object> of(Deliverable each) {
        var node = new LinkedHashMap<String, Object>();
        node.put("key", each.key());
        node.put("project", each.project());
        node.put("client", each.client());
        node.put("description", each.description());
        node.put("percentage", each.percentage().isPresent() ? each.percentage().getAsInt() : null);
        node.put("date", each.date().map(Object::toString).orElse(null));
        node.put("notes", each.notes());
        node.put("assignees", each.assignees());
        node.put("link", each.link());
        node.put("doneOn", each.doneOn().map(Object::toString).orElse(null));
        return node;
    }

    static Map<String, Object> of(Completion figures) {
        var node = new LinkedHashMap<String, Object>();
        node.put("projects", figures.projects());
        node.put("months", figures.months().entrySet().stream().collect(Collectors.toMap(month -> month.getKey().toString(),
                Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new)));
        node.put("people", figures.people());
        return node;
    }

    Map<String, Object> of(Plan plan) {
        var node = new LinkedHashMap<String, Object>();
        node.put("mode", plan.mode().name().toLowerCase(java.util.Locale.ROOT));
        node.put("calendar", plan.calendarName());
        node.put("calendarState", plan.calendar().name().toLowerCase(java.util.Locale.ROOT));
        node.put("changes", plan.changes().stream().map(DeliverablesJson::of).toList());
        node.put("unchanged", plan.unchanged());
        node.put("unfinished", plan.unfinished());
        node.put("unknownEvents", plan.strangers().size());
        node.put("problems", problems(plan.problems()));
        return node;
    }

    private static Map<String, Object> of(Change change) {
        var node = new LinkedHashMap<String, Object>();
        node.put("kind", change.kind().name().toLowerCase(java.util.Locale.ROOT));
        node.put("reason", change.reason().name().toLowerCase(java.util.Locale.ROOT));
        node.put("key", change.key());
        node.put("title", change.title());
        node.put("mailbox", change.target().mailbox());
        node.put("edited", change.edited());
        node.put("ticked", change.startsTicked());
        node.put("fields", change.fields());
        return node;
    }

    Map<String, Object> of(SyncReport report, Plan plan, long left) {
        var node = new LinkedHashMap<String, Object>();
        node.put("created", report.created());
        node.put("updated", report.updated());
        node.put("moved", report.moved());
        node.put("deleted", report.deleted());
        node.put("kept", report.kept());
        node.put("left", left);
        node.put("failures", problems(report.failures()));
        node.put("problems", problems(plan.problems()));
        return node;
    }

    Map<String, Object> of(ImportPreview preview, int imported) {
        var node = new LinkedHashMap<String, Object>();
        for (var state : ImportRow.State.values()) {
            node.put(state.name().toLowerCase(java.util.Locale.ROOT), preview.count(state));
        }
        node.put("imported", imported);
        node.put("rows", preview.rows().stream().map(row -> {
            var each = new LinkedHashMap<String, Object>();
            each.put("line", row.line());
            each.put("state", row.state().name().toLowerCase(java.util.Locale.ROOT));
            each.put("title", row.title());
            each.put("changes", row.changes());
            row.fault().ifPresent(fault -> each.put("problem", output.asJson(fault)));
            return each;
        }).toList());
        return node;
    }

    private Map<String, Object> problems(Map<String, Problem> some) {
        var node = new LinkedHashMap<String, Object>();
        some.forEach((whom, problem) -> node.put(whom, output.asJson(problem)));
        return node;
    }

    String line(String whom, Problem problem) {
        var text = new ProblemText(output.words());
        return whom + ": " + text.what(problem) + " " + text.next(problem);
    }

    String line(ImportRow row) {
        var words = output.words();
        var more = row.fault().map(fault -> new ProblemText(words).what(fault) + " " + new ProblemText(words).why(fault))
                .orElseGet(() -> row.changes().stream().map(change -> change.column().heading() + " " + change.was() + " → " + change.is())
                        .collect(Collectors.joining("; ")));
        return row.line() + "  " + words.of(row.state()) + "  " + row.title() + (more.isEmpty() ? "" : "  " + more);
    }

    String why(Change change) {
        var words = output.words();
        var fields = change.fields().stream()
                .map(field -> words.of(field.field()) + ": " + field.theirs().lines().findFirst().orElse("") + " → "
                        + field.ours().lines().findFirst().orElse("")).collect(Collectors.joining("; "));
        return words.of(change.reason()) + (fields.isEmpty() ? "" : " (" + fields + ")");
    }
}
