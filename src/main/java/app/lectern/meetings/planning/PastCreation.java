package app.lectern.meetings.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// A creation as the figures count it.
///
/// @param slot     the plan behind it, as long as it is kept
/// @param took     from the request to the link
/// @param requests to Microsoft, every try counted
/// @param refused  how many of these were refused or lost
public record PastCreation(Instant at, OptionalLong slot, String subject, boolean succeeded, Duration took, int requests, int refused) {}
