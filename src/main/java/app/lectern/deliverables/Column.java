package app.lectern.deliverables;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A column of an imported or exported list.
public enum Column {
    PROJECT, CLIENT, DESCRIPTION, PERCENTAGE, DATE, NOTES, ASSIGNEES, LINK, KEY;

    static final List<Column> ALL = List.of(values());

    /// As Lectern itself heads it: `project`.
    public String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a heading means this column, as Lectern itself, its screen or people at large head it.
    boolean isHeaded(String heading) {
        var plain = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        return plain.equals(heading()) || others().contains(plain);
    }

    private Set<String> others() {
        return switch (this) {
            case DESCRIPTION -> Set.of("deliverable", "title");
            case PERCENTAGE -> Set.of("%", "percent");
            case DATE -> Set.of("due", "due date", "deadline");
            case ASSIGNEES -> Set.of("assignee", "assigned to", "owner", "owners");
            case CLIENT -> Set.of("customer");
            case NOTES -> Set.of("note");
            case PROJECT, LINK, KEY -> Set.of();
        };
    }

    String of(Deliverable each) {
        return switch (this) {
            case PROJECT -> each.project();
            case CLIENT -> each.client();
            case DESCRIPTION -> each.description();
            case PERCENTAGE -> each.percentage().isPresent() ? Integer.toString(each.percentage().getAsInt()) : "";
            case DATE -> each.date().map(Object::toString).orElse("");
            case NOTES -> each.notes();
            case ASSIGNEES -> String.join(";", each.assignees());
            case LINK -> each.link();
            case KEY -> each.key();
        };
    }
}
