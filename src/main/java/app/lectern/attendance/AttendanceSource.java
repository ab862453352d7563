package app.lectern.attendance;

/// Where a figure of attendance comes from, the most trusted first. The four are never mixed into one.
public enum AttendanceSource { API, CSV, CALL_RECORD, MANUAL }
