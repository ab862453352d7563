/// Meetings: planned here or found in the organisers' calendars, created, changed, and known to the other features through
/// [KnownMeetings].
package app.lectern.meetings;
