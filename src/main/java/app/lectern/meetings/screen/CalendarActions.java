package app.lectern.meetings.screen;

import java.time.LocalDate;
import java.time.LocalDateTime;

/// What can be done in the calendar, by mouse and by keyboard.
interface CalendarActions {
    void choose(CalendarEntry entry);

    void open(CalendarEntry entry);

    /// Says at the entry why it failed or is not whole.
    void explain(WeekEntryPane at);

    void draft(LocalDateTime start, LocalDateTime end);

    boolean canMove(CalendarEntry entry);

    void move(CalendarEntry entry, LocalDateTime start, LocalDateTime end);

    /// All of it by itself.
    void openDay(LocalDate day);

    void turn(int pages);

    void today();
}
