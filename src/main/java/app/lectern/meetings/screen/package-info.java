/// The Meetings screen: the calendar by day, week and month, the list, and beside them what is known of the chosen meeting.
package app.lectern.meetings.screen;
