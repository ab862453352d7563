package app.lectern.activity;

import app.lectern.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// How entries of both logs are written outside the tables: as columns of an export and as text for support.
public final class LogWords {
    /// `id` names it for programs, `title` for people.
    record Column<R>(String id, String title, Function<R, Object> value) {}

    private final Words words;
    private final AuditTrail audit;

    public LogWords(Words words, AuditTrail audit) {
        this.words = words;
        this.audit = audit;
    }

    public static String levelId(LogLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /// Programs know the column by the key's last word.
    private <R> Column<R> column(String key, Function<R, Object> value) {
        return new Column<>(key.substring(key.lastIndexOf('.') + 1).replace('-', '_'), words.text(key), value);
    }

    List<Column<AuditEntry>> auditColumns() {
        return List.of(
                column("activity.column.number", AuditEntry::id),
                column("activity.column.time", entry -> entry.at().toString()),
                column("activity.column.level", entry -> levelId(entry.level())),
                column("activity.column.who", entry -> entry.note().actor()),
                column("activity.column.action", audit::deed),
                column("activity.column.on", entry -> entry.note().subject()),
                column("activity.column.outcome", entry -> entry.note().outcome()),
                column("activity.column.before", entry -> entry.note().before()),
                column("activity.column.after", entry -> entry.note().after()),
                column("activity.column.integration", AuditEntry::integration),
                column("activity.column.request-id", entry -> entry.note().requestId()),
                column("activity.column.hash", AuditEntry::hash));
    }

    List<Column<RecordedCall>> callColumns() {
        return List.of(
                column("activity.column.time", call -> call.at().toString()),
                column("activity.column.level", call -> levelId(call.level())),
                column("activity.column.verb", RecordedCall::method),
                column("activity.column.host", RecordedCall::host),
                column("activity.column.path", RecordedCall::path),
                column("activity.column.status", RecordedCall::status),
                column("activity.column.fault", RecordedCall::fault),
                column("activity.column.took-ms", call -> call.took().toMillis()),
                column("activity.column.tries", call -> call.attempts().size()),
                column("activity.column.bytes", RecordedCall::bytes),
                column("activity.column.purpose", RecordedCall::purpose),
                column("activity.column.integration", RecordedCall::integration),
                column("activity.column.request-id", RecordedCall::requestId),
                column("activity.column.client-id", RecordedCall::clientRequestId));
    }

    String exported(ActivityExport.Format format, long rows) {
        return words.text("activity.exported", format.name(), rows);
    }

    /// The first line of what was sent, and how it travelled; the log keeps no body and no header.
    public String request(RecordedCall call) {
        return call.method() + " https://" + call.host() + call.path() + "\nclient-request-id: " + call.clientRequestId()
                + "\nAuthorization: " + words.text("activity.hidden");
    }

    public String response(RecordedCall call) {
        var first = call.status() == 0 ? words.text("activity.no-answer", call.fault()) : (call.status() + " " + reason(call.status())).strip();
        return first + " · " + words.size(call.bytes()) + " · " + words.span(call.took())
                + (call.requestId().isEmpty() ? "" : "\nrequest-id: " + call.requestId());
    }

    /// The status in the words of HTTP; empty for one that nobody named.
    public String reason(int status) {
        return HttpReason.of(status).map(words::of).orElse("");
    }

    /// What an attempt answered: the status in words, or what broke the line.
    public String answer(RecordedCall.Attempt attempt) {
        return attempt.status() > 0 ? reason(attempt.status()) : attempt.fault();
    }

    /// Why the program waited before an attempt, and for how long.
    public String waited(RecordedCall.Attempt attempt) {
        var reason = attempt.reason().equals("Retry-After") ? words.text("activity.from-retry-after") : "";
        return words.text("activity.waited", words.span(attempt.waited())) + reason;
    }

    /// What goes to support about one call: no name is in it, for paths are kept as templates.
    public String forSupport(RecordedCall call) {
        var lines = new ArrayList<String>();
        lines.add(call.method() + " https://" + call.host() + call.path());
        lines.add(response(call));
        lines.add("time: " + call.at() + " – " + call.end());
        lines.add("client-request-id: " + call.clientRequestId());
        if (!call.purpose().isEmpty()) {
            lines.add("purpose: " + call.purpose());
        }
        int number = 1;
        for (var attempt : call.attempts()) {
            if (attempt.waited().compareTo(Duration.ZERO) > 0) {
                lines.add("   " + waited(attempt));
            }
            lines.add(number++ + "  " + attempt.at() + "  " + (attempt.status() > 0 ? attempt.status() + " " : "") + answer(attempt));
        }
        return String.join("\n", lines);
    }

    public String forSupport(AuditEntry entry) {
        var note = entry.note();
        var lines = new ArrayList<String>();
        lines.add(audit.deed(entry) + ": " + note.subject());
        lines.add("time: " + entry.at());
        lines.add("who: " + note.actor());
        add(lines, "outcome", note.outcome());
        add(lines, "before", note.before());
        add(lines, "after", note.after());
        note.problem().ifPresent(problem -> add(lines, "problem", (problem.code().id() + " " + problem.evidence().line()).strip()));
        add(lines, "request-id", note.requestId());
        lines.add("entry: " + entry.id() + " " + entry.hash());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(name + ": " + value);
        }
    }
}
