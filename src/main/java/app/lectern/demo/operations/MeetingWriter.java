package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.School;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/// Takes over what a client sets on an online meeting, with the rules that go beyond the metadata.
final class MeetingWriter {
    private static final Set<String> NOT_OPTIONS = Set.of("subject", "startDateTime", "endDateTime", "externalId", "id",
            "creationDateTime",
            "joinWebUrl", "chatInfo", "audioConferencing", "videoTeleconferenceId", "meetingType", "expiryDateTime",
            "meetingOptionsWebUrl");
    /// What a running meeting does not take over.
    private static final Set<String> NOT_WHILE_RUNNING = Set.of("subject", "startDateTime", "endDateTime", "recordAutomatically",
            "participants");

    private final School school;

    MeetingWriter(School school) {
        this.school = school;
    }

    record Span(Instant from, Instant to) {
    }

    /// Without times a meeting is now, and without an end it lasts an hour; an end by itself means nothing.
    Span newTimes(ObjectNode sent, Instant now) {
        var start = time(sent, "startDateTime");
        var end = time(sent, "endDateTime");
        if (start == null && end != null) {
            throw GraphRefusal.badRequest("StartDateTime is required when EndDateTime is specified.");
        }
        var from = start == null ? now : start;
        return checked(from, end == null ? from.plus(Duration.ofHours(1)) : end);
    }

    private static Span checked(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw GraphRefusal.badRequest("EndDateTime must be after StartDateTime.");
        }
        return new Span(from, to);
    }

    private static Instant time(ObjectNode sent, String name) {
        if (!sent.hasNonNull(name)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(sent.path(name).asText()).toInstant();
        } catch (DateTimeException unreadable) {
            throw GraphRefusal.badRequest("Cannot convert the literal '" + sent.path(name).asText()
                    + "' to the expected type 'Edm.DateTimeOffset'.");
        }
    }

    void change(OnlineMeeting meeting, ObjectNode sent, Instant now) {
        if (sent.has("joinMeetingIdSettings")) {
            throw GraphRefusal.badRequest("JoinMeetingIdSettings can not be updated.");
        }
        if (sent.hasNonNull("startDateTime") != sent.hasNonNull("endDateTime")) {
            throw GraphRefusal.badRequest("StartDateTime and EndDateTime must both be specified.");
        }
        var wanted = sent.deepCopy();
        if (meeting.sessions().stream().anyMatch(session -> !session.start().isAfter(now) && session.end().isAfter(now))) {
            wanted.remove(NOT_WHILE_RUNNING);
        }
        if (wanted.hasNonNull("startDateTime")) {
            var span = checked(time(wanted, "startDateTime"), time(wanted, "endDateTime"));
            meeting.times(span.from(), span.to());
        }
        if (wanted.has("subject")) {
            meeting.subject(wanted.path("subject").isNull() ? null : wanted.path("subject").asText());
        }
        setOptions(meeting, wanted);
    }

    void setOptions(OnlineMeeting meeting, ObjectNode sent) {
        checkPeople(sent);
        var options = meeting.options().deepCopy();
        var decided = school.control().decidedByPolicy(meeting.organiser());
        sent.properties().forEach(entry -> {
            if (!decided.contains(entry.getKey()) && !NOT_OPTIONS.contains(entry.getKey()) && !entry.getKey().contains("@")) {
                merge(options, entry.getKey(), entry.getValue());
            }
        });
        if (options.path("participants") instanceof ObjectNode participants) {
            participants.remove("organizer");
        }
        if (!options.isEmpty()) {
            meeting.options(options);
        }
    }

    private static void merge(ObjectNode options, String name, JsonNode value) {
        if (value instanceof ObjectNode changes && options.get(name) instanceof ObjectNode before) {
            changes.properties().forEach(entry -> merge(before, entry.getKey(), entry.getValue()));
        } else {
            options.set(name, value.deepCopy());
        }
    }

    private void checkPeople(ObjectNode sent) {
        var attendees = sent.path("participants").path("attendees");
        if (sent.path("allowedPresenters").asText().equals("roleIsPresenter") && attendees.isEmpty()) {
            throw GraphRefusal.badRequest("Attendees with roles must be specified when allowedPresenters is roleIsPresenter.");
        }
        for (var attendee : attendees) {
            var role = attendee.path("role").asText("attendee");
            var id = attendee.path("identity").path("user").path("id").asText(attendee.path("upn").asText(""));
            if (!role.equals("attendee") && school.people().find(id).isEmpty()) {
                throw GraphRefusal.badRequest("Role " + role + " can only be assigned to users of the directory.");
            }
        }
    }
}
