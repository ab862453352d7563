package app.lectern.deliverables;

import java.util.List;
import java.util.Optional;

/// One line of a dry run.
///
/// @param edited the event was edited in Outlook since Lectern wrote it
public record Change(
        Kind kind, Reason reason, String key, String title, Target target, Optional<Wanted> wanted, Optional<FoundEvent> found,
        List<FieldChange> fields, boolean edited) {
    public enum Kind { CREATE, UPDATE, MOVE, DELETE, CONFLICT }

    /// Why it is to be done.
    public enum Reason { NEW, CHANGED, OTHER_CALENDAR, REMOVED, WITHOUT_DATE, NOT_ASSIGNED, DUPLICATE, EDITED, GONE }

    public Change {
        fields = List.copyOf(fields);
    }

    static Change create(Wanted wanted) {
        return new Change(Kind.CREATE, Reason.NEW, wanted.key(), wanted.content().value(Field.SUBJECT), wanted.target(),
                Optional.of(wanted), Optional.empty(), List.of(), false);
    }

    static Change delete(FoundEvent found, Reason reason, boolean edited) {
        return new Change(Kind.DELETE, reason, found.key(), found.content().value(Field.SUBJECT), found.target(), Optional.empty(),
                Optional.of(found), List.of(), edited);
    }

    /// The same event elsewhere: made there, then deleted here.
    static Change move(Wanted to, FoundEvent from, boolean edited) {
        return new Change(Kind.MOVE, Reason.OTHER_CALENDAR, to.key(), to.content().value(Field.SUBJECT), to.target(), Optional.of(to),
                Optional.of(from), List.of(), edited);
    }

    /// The same in another place, keeping its id's other parts.
    Change at(Target place) {
        return new Change(kind, reason, key, title, place, wanted.map(event -> new Wanted(event.deliverable(), place, event.content())), found,
                fields, edited);
    }

    /// The same in every dry run of the same state.
    public String id() {
        return String.join("|", key, target.mailbox(), target.calendar(), found.map(FoundEvent::id).orElse(""));
    }

    /// Whether it is done unless somebody says otherwise: nothing that would undo what a person did in Outlook.
    public boolean startsTicked() {
        return switch (kind) {
            case CREATE, UPDATE -> true;
            case MOVE, DELETE -> !edited;
            case CONFLICT -> false;
        };
    }
}
