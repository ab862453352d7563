/// The Attendance screen: meetings, participants with their times, who was missed, and what to do where nothing is handed out.
package app.lectern.attendance.screen;
