package app.lectern.deliverables;

import app.lectern.problems.Problem;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Something that a project owes on a day.
///
/// @param key         by which it is known everywhere and for ever; made up when nobody gave one
/// @param client      empty means that it is for the house itself
/// @param description may be empty when there is a percentage
/// @param assignees   mail addresses, in lower case, each once
public record Deliverable(
        String key, String project, String client, String description, OptionalInt percentage, Optional<LocalDate> date, String notes,
        List<String> assignees, String link, Optional<LocalDate> doneOn) {
    /// Anything outside is a slip of the keyboard; Exchange itself refuses dates before 1900.
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTES = 4000;

    public Deliverable {
        key = key.strip();
        project = project.strip();
        client = client.strip();
        description = description.strip();
        notes = notes.strip();
        link = link.strip();
        assignees = assignees.stream().map(address -> address.strip().toLowerCase(Locale.ROOT)).filter(address -> !address.isEmpty())
                .distinct().toList();
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /// `Planning submission`, or `65%` for a milestone without words.
    public String title() {
        return description.isEmpty() ? percentage.orElse(0) + "%" : description;
    }

    /// `Coastal Library: Planning submission`.
    public String subject() {
        return project + ": " + title();
    }

    public Deliverable keyed(String other) {
        return new Deliverable(other, project, client, description, percentage, date, notes, assignees, link, doneOn);
    }

    public Deliverable on(LocalDate day) {
        return new Deliverable(key, project, client, description, percentage, Optional.of(day), notes, assignees, link, doneOn);
    }

    public Deliverable done(Optional<LocalDate> day) {
        return new Deliverable(key, project, client, description, percentage, date, notes, assignees, link, day);
    }

    public Deliverable noted(String other) {
        return new Deliverable(key, project, client, description, percentage, date, other, assignees, link, doneOn);
    }

    /// What is wrong with it, if anything: the field and the reason.
    public Optional<Problem> fault() {
        if (key.isEmpty() || key.length() > LONGEST_NAME) {
            return wrong("@deliverables.column.key", "@deliverables.fault.key");
        }
        if (project.isEmpty() || project.length() > LONGEST_NAME) {
            return wrong("@deliverables.column.project", "@deliverables.fault.project");
        }
        if (description.isEmpty() && percentage.isEmpty() || description.length() > LONGEST_NAME || client.length() > LONGEST_NAME) {
            return wrong("@deliverables.column.deliverable", "@deliverables.fault.description");
        }
        if (percentage.isPresent() && (percentage.getAsInt() < 0 || percentage.getAsInt() > 100)) {
            return wrong("@deliverables.column.percentage", "@deliverables.fault.percentage");
        }
        if (date.filter(day -> day.isBefore(EARLIEST) || day.isAfter(LATEST)).isPresent()) {
            return wrong("@deliverables.column.date", "@deliverables.fault.date-range");
        }
        if (notes.length() > LONGEST_NOTES) {
            return wrong("@deliverables.column.notes", "@deliverables.fault.notes");
        }
        return assignees.stream().filter(address -> !isAddress(address)).findFirst()
                .map(address -> Problem.of(Problem.Code.INPUT_WRONG).with("field", address).with("reason", "@deliverables.fault.assignee"))
                .or(() -> link.isEmpty() || isWebAddress(link) ? Optional.empty()
                        : wrong("@deliverables.column.link", "@deliverables.fault.link"));
    }

    private static Optional<Problem> wrong(String field, String reason) {
        return Optional.of(Problem.of(Problem.Code.INPUT_WRONG).with("field", field).with("reason", reason));
    }

    private static boolean isAddress(String text) {
        return text.matches("[^@\\s;,<>]+@[^@\\s;,<>]+\\.[^@\\s;,<>]+") && text.length() <= 254;
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) && text.length() <= 2000;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
