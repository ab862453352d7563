package app.lectern.deliverables;

import app.lectern.shell.controls.Tone;

/// The colour and the mark of a sync state and of a change, the same in the table, the month and the dry run.
final class DueTones {
    private DueTones() {}

    static Tone of(DeliverableRow.SyncState state) {
        return switch (state) {
            case IN_SYNC -> Tone.SUCCESS;
            case TO_CREATE, TO_MOVE -> Tone.ACCENT;
            case TO_UPDATE, CONFLICT -> Tone.WARNING;
            case TO_DELETE -> Tone.DANGER;
            case UNKNOWN, NO_DATE, NOBODY -> Tone.NEUTRAL;
        };
    }

    static String icon(DeliverableRow.SyncState state) {
        return switch (state) {
            case IN_SYNC -> "bi-check";
            case TO_CREATE -> "bi-plus";
            case TO_MOVE -> "bi-arrow-left-right";
            case TO_UPDATE -> "bi-pencil";
            case CONFLICT -> "bi-exclamation-triangle";
            case TO_DELETE -> "bi-trash";
            case NO_DATE -> "bi-calendar-x";
            case NOBODY -> "bi-person-x";
            case UNKNOWN -> "bi-question";
        };
    }

    static Tone of(Change.Kind kind) {
        return switch (kind) {
            case CREATE, MOVE -> Tone.ACCENT;
            case UPDATE, CONFLICT -> Tone.WARNING;
            case DELETE -> Tone.DANGER;
        };
    }

    static String icon(Change.Kind kind) {
        return switch (kind) {
            case CREATE -> "bi-plus";
            case MOVE -> "bi-arrow-left-right";
            case UPDATE -> "bi-pencil";
            case CONFLICT -> "bi-exclamation-triangle";
            case DELETE -> "bi-trash";
        };
    }
}
