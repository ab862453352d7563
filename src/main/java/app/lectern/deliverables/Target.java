package app.lectern.deliverables;

import java.util.Locale;

/// A place for events.
///
/// @param mailbox  the address of its owner, in lower case
/// @param calendar the calendar's id; empty means the mailbox's own calendar
public record Target(String mailbox, String calendar) {
    /// Stands for the shared calendar until it is made.
    static final String NOT_YET = "-";

    public Target {
        mailbox = mailbox.strip().toLowerCase(Locale.ROOT);
    }

    boolean isNotYet() {
        return calendar.equals(NOT_YET);
    }

    public boolean isOwnCalendar() {
        return calendar.isEmpty();
    }
}
