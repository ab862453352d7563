/// Attendance: who was in a meeting and for how long, from Teams' reports, its own CSV, call records and entries by hand, kept
/// apart and labelled; no-shows, histories, exports, and what to do where Microsoft hands nothing out.
package app.lectern.attendance;
