package app.lectern.meetings.screen;

/// How the calendar is laid out.
enum CalendarMode {
    DAY, WEEK, MONTH, LIST
}
