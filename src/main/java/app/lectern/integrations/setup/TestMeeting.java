package app.lectern.integrations.setup;

import java.time.Duration;
import java.time.Instant;

/// A meeting that was made to show that making meetings works, and is removed again.
///
/// @param joinLink empty while Microsoft has not handed it out yet
/// @param took     from the request to the join link
public record TestMeeting(String organiser, String eventId, String subject, Instant start, Instant end, String joinLink, Duration took) {}
