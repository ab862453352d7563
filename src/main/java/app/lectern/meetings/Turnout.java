package app.lectern.meetings;

/// Whether a meeting whose time is over was held, as far as anything tells.
public enum Turnout {
    HELD,
    /// There is a report, and nobody is in it.
    NOBODY,
    ONLY_ORGANISER,
    /// Teams has no report of it, although it has reports of this organiser’s other meetings.
    NO_REPORT,
    /// Attendance was not asked for yet, or may still come.
    NOT_READ,
    /// Microsoft refuses attendance, or its kind has none.
    REFUSED,
    /// There is no report, but none of anything else that this organiser held either: reports may be switched off.
    UNPROVEN;

    public boolean isNeverHeld() {
        return this == NOBODY || this == ONLY_ORGANISER || this == NO_REPORT;
    }

    public boolean isKnown() {
        return this == HELD || isNeverHeld();
    }
}
