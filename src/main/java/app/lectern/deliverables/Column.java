package app.lectern.deliverables;

import java.util.List;
import java.util.Locale;

/// A column of an imported or exported list.
public enum Column {
    PROJECT, CLIENT, DESCRIPTION, PERCENTAGE, DATE, NOTES, ASSIGNEES, LINK, KEY;

    static final List<Column> ALL = List.of(values());

    /// As Lectern itself heads it: `project`.
    public String heading() {
        return name().toLowerCase(Locale.ROOT);
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
