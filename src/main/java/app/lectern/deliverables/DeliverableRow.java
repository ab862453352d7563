package app.lectern.deliverables;

import java.util.Locale;

/// A line of the table: a deliverable and how it stands to the calendars.
public record DeliverableRow(Deliverable deliverable, SyncState state) {
    public enum SyncState { UNKNOWN, IN_SYNC, TO_CREATE, TO_UPDATE, TO_MOVE, TO_DELETE, CONFLICT, NO_DATE, NOBODY }

    boolean contains(String text) {
        return text.isEmpty() || String.join(" ", deliverable.project(), deliverable.client(), deliverable.title(), String.join(" ", deliverable.assignees()))
                .toLowerCase(Locale.ROOT).contains(text);
    }

    /// By the dry run's changes for this key.
    static SyncState state(Deliverable of, Plan plan) {
        if (plan == null) {
            return of.date().isEmpty() ? SyncState.NO_DATE : SyncState.UNKNOWN;
        }
        var mine = plan.changes().stream().filter(change -> change.key().equals(of.key())).map(Change::kind).distinct().toList();
        for (var kind : java.util.List.of(Change.Kind.CONFLICT, Change.Kind.MOVE, Change.Kind.UPDATE, Change.Kind.CREATE, Change.Kind.DELETE)) {
            if (mine.contains(kind)) {
                return switch (kind) {
                    case CONFLICT -> SyncState.CONFLICT;
                    case MOVE -> SyncState.TO_MOVE;
                    case UPDATE -> SyncState.TO_UPDATE;
                    case CREATE -> SyncState.TO_CREATE;
                    case DELETE -> SyncState.TO_DELETE;
                };
            }
        }
        if (of.date().isEmpty()) {
            return SyncState.NO_DATE;
        }
        if (plan.mode() == CalendarMode.INDIVIDUAL && of.assignees().isEmpty()) {
            return SyncState.NOBODY;
        }
        boolean isUnread = plan.calendar() == CalendarState.NOT_READ && plan.mode() == CalendarMode.SHARED
                || plan.mode() == CalendarMode.INDIVIDUAL && plan.problems().keySet().containsAll(of.assignees());
        return isUnread ? SyncState.UNKNOWN : SyncState.IN_SYNC;
    }
}
