package app.lectern.meetings.planning;

import java.time.Instant;

/// How one creation went.
///
/// @param millis   from the request to the link
/// @param requests to Microsoft, every try counted
/// @param refused  how many of these were refused or lost
record Creation(long integration, String key, Instant at, boolean succeeded, long millis, int requests, int refused) {}
