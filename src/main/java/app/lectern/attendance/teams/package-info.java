/// Reads the attendance file that Teams offers its organisers for download: two encodings, three sections, several languages.
package app.lectern.attendance.teams;
