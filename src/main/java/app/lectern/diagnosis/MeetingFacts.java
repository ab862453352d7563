package app.lectern.diagnosis;

import java.time.Instant;
import java.util.Optional;

/// What is known about the meeting, from the input and from Graph; empty where nobody said.
public record MeetingFacts(String subject, String organiser, String organiserId, String meetingId, String threadId, String joinUrl, String type,
        String meetingNumber, Optional<Instant> start, Optional<Instant> end, Optional<Instant> expires) {
    static final MeetingFacts NONE = new MeetingFacts("", "", "", "", "", "", "", "", Optional.empty(), Optional.empty(), Optional.empty());

    MeetingFacts organisedBy(String name, String id) {
        return new MeetingFacts(subject, name, id, meetingId, threadId, joinUrl, type, meetingNumber, start, end, expires);
    }
}
