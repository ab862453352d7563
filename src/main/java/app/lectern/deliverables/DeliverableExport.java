package app.lectern.deliverables;

import app.lectern.ical.CalendarFile;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.tables.Sheet;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The list as a file: iCalendar for other calendars, CSV for spreadsheets and for reading it in again.
public final class DeliverableExport {
    private final Deliverables deliverables;
    private final Words words;
    private final Clock clock;

    public DeliverableExport(Deliverables deliverables, Words words, Clock clock) {
        this.deliverables = deliverables;
        this.words = words;
        this.clock = clock;
    }

    /// By the file's name: `.ics`, anything else is CSV. Returns how many were written.
    public int write(Integration of, Path file) {
        var list = deliverables.list(of);
        boolean calendar = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ics");
        try {
            Files.writeString(file, calendar ? iCalendar(of, list) : csv(list), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
        return calendar ? (int) list.stream().filter(each -> each.date().isPresent()).count() : list.size();
    }

    String iCalendar(Integration of, List<Deliverable> list) {
        var settings = deliverables.settings(of);
        var name = of.isSimulated() ? words.text("demo.simulated") + " " + settings.calendarName() : settings.calendarName();
        var file = new CalendarFile(name, clock.instant());
        var text = new EventText(words, settings, java.util.Set.of());
        for (var each : list) {
            each.date().ifPresent(day -> file.day(day, new CalendarFile.Entry(String.join("@", each.key(), "lectern"), each.subject(),
                    text.of(each, day).value(Field.BODY), each.link(), settings.category().isEmpty() ? List.of() : List.of(settings.category()),
                    List.of())));
        }
        return file.text();
    }

    static String csv(List<Deliverable> list) {
        var lines = list.stream().map(each -> Column.ALL.stream().map(column -> quoted(column.of(each))).collect(Collectors.joining(","))).toList();
        return Column.ALL.stream().map(Column::heading).collect(Collectors.joining(",")) + "\r\n" + String.join("\r\n", lines)
                + (lines.isEmpty() ? "" : "\r\n");
    }

    /// A cell that a spreadsheet would take for a formula is made a text.
    private static String quoted(String value) {
        var safe = Sheet.defused(value);
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
