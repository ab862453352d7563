/// Attendance as files that other people open: comma-separated, a spreadsheet, and a page that prints.
package app.lectern.attendance.export;
