package app.lectern.diagnosis;

import static app.lectern.diagnosis.DiagnosisGraph.encoded;

import app.lectern.diagnosis.DiagnosisGraph.Answer;
import app.lectern.diagnosis.ProbeResult.State;
import app.lectern.meetings.link.JoinLink;
import app.lectern.diagnosis.verdict.Signal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The probes that look for the meeting itself: as an online meeting and in the organiser's calendar.
final class MeetingProbes {
    private static final Duration LATE = Duration.ofHours(24);
    private static final int MOST_PAGES = 5;

    private final DiagnosisGraph graph;
    private final Interpreter interpreter;
    private final Inquiry inquiry;
    private final Optional<JoinLink> pasted;

    MeetingProbes(DiagnosisGraph graph, Interpreter interpreter, Inquiry inquiry) {
        this(graph, interpreter, inquiry, inquiry.link());
    }

    private MeetingProbes(DiagnosisGraph graph, Interpreter interpreter, Inquiry inquiry, Optional<JoinLink> pasted) {
        this.graph = graph;
        this.interpreter = interpreter;
        this.inquiry = inquiry;
        this.pasted = pasted;
    }

    /// The same for a link that was found on the way, in a calendar event.
    MeetingProbes following(String joinUrl) {
        return new MeetingProbes(graph, interpreter, inquiry, JoinLink.parse(joinUrl) instanceof JoinLink.Found found ? Optional.of(found.link()) : Optional.empty());
    }

    /// By join link, or by the number that people type. The link is asked for as it was pasted first, since another spelling
    /// of it finds nothing; then in the spelling in which Teams issues links.
    Optional<ProbeResult> meeting() {
        var facts = inquiry.facts();
        var link = pasted;
        if (link.isEmpty() && facts.meetingNumber().isEmpty()) {
            return Optional.empty();
        }
        var filters = link.filter(at -> at.form() != JoinLink.Form.RECAP)
                .map(at -> List.of("JoinWebUrl eq '" + at.url().replace("'", "''") + "'", "JoinWebUrl eq '" + at.asIssued().replace("'", "''") + "'"))
                .orElse(List.of());
        var all = facts.meetingNumber().isEmpty() ? filters
                : java.util.stream.Stream.concat(filters.stream(), java.util.stream.Stream.of(
                        "joinMeetingIdSettings/joinMeetingId eq '" + facts.meetingNumber() + "'")).toList();
        ProbeResult last = null;
        for (var filter : all.stream().distinct().toList()) {
            var answer = graph.get("/users/" + encoded(facts.organiserId()) + "/onlineMeetings?$filter=" + encoded(filter));
            last = found(ProbeKind.MEETING, "GET " + shown() + "/onlineMeetings?$filter=" + filter, answer);
            if (last.status() != 404 && last.status() != 400) {
                break;
            }
        }
        return Optional.ofNullable(last);
    }

    Optional<ProbeResult> meetingById() {
        var id = inquiry.oddId();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var answer = graph.get("/users/" + encoded(inquiry.facts().organiserId()) + "/onlineMeetings/" + encoded(id));
        return Optional.of(found(ProbeKind.MEETING_BY_ID, "GET " + shown() + "/onlineMeetings/" + id, answer));
    }

    private String shown() {
        var facts = inquiry.facts();
        return "/users/" + (facts.organiser().isEmpty() ? facts.organiserId() : facts.organiser());
    }

    private ProbeResult found(ProbeKind kind, String request, Answer answer) {
        var words = interpreter.words();
        if (!answer.ok()) {
            return interpreter.refused(kind, request, answer, true, answer.status() == 404 ? unknown(Signal.POLICY_ACCEPTED) : Set.of());
        }
        var body = interpreter.body(answer);
        var meeting = body.has("value") ? body.path("value").path(0) : body;
        if (meeting.isMissingNode()) {
            return interpreter.answered(kind, request, answer, State.BAD, words.text("probe.meeting.none"), unknown());
        }
        learn(meeting);
        var type = meeting.path("meetingType").asText("");
        var meaning = type.isEmpty() ? words.text("probe.meeting.untyped") : words.text("probe.meeting.found", type, meeting.path("subject").asText(""));
        return interpreter.answered(kind, request, answer, State.GOOD, meaning, signals(meeting, type));
    }

    private Set<Signal> unknown(Signal... more) {
        var signals = EnumSet.of(Signal.MEETING_UNKNOWN, more);
        if (inquiry.question == Question.LINK) {
            signals.add(Signal.LINK_NOT_FOUND);
        }
        return signals;
    }

    private void learn(JsonNode meeting) {
        inquiry.learn(was -> new MeetingFacts(meeting.path("subject").asText(was.subject()), was.organiser(), was.organiserId(),
                meeting.path("id").asText(was.meetingId()), meeting.path("chatInfo").path("threadId").asText(was.threadId()),
                meeting.path("joinWebUrl").asText(was.joinUrl()), meeting.path("meetingType").asText(""),
                meeting.path("joinMeetingIdSettings").path("joinMeetingId").asText(was.meetingNumber()),
                time(meeting.path("startDateTime")).or(was::start), time(meeting.path("endDateTime")).or(was::end), time(meeting.path("expiryDateTime"))));
    }

    private Set<Signal> signals(JsonNode meeting, String type) {
        var signals = EnumSet.of(Signal.MEETING_FOUND, Signal.POLICY_ACCEPTED);
        switch (type) {
            case "scheduled" -> signals.add(Signal.TYPE_SCHEDULED);
            case "recurring" -> signals.add(Signal.TYPE_RECURRING);
            case "meetnow" -> signals.add(Signal.TYPE_MEETNOW);
            case "adhoc" -> signals.add(Signal.TYPE_ADHOC);
            case "broadcast" -> signals.add(Signal.TYPE_BROADCAST);
            default -> {
                // a kind that is not known yet says nothing
            }
        }
        if (!meeting.path("externalId").asText("").isEmpty()) {
            signals.add(Signal.EXTERNAL_ID);
        }
        var thread = meeting.path("chatInfo").path("threadId").asText("");
        var message = meeting.path("chatInfo").path("messageId").asText("");
        if (thread.endsWith("thread.tacv2") || !message.isEmpty() && !message.equals("0")) {
            signals.add(Signal.CHANNEL_THREAD);
        }
        var facts = inquiry.facts();
        facts.expires().filter(inquiry.now::isAfter).ifPresent(past -> signals.add(Signal.LINK_EXPIRED));
        facts.end().ifPresent(end -> signals.add(ended(end)));
        if (inquiry.question == Question.LINK) {
            signals.add(signals.contains(Signal.LINK_EXPIRED) ? Signal.LINK_DEAD : Signal.LINK_ALIVE);
        }
        var made = time(meeting.path("creationDateTime"));
        if (made.isPresent() && facts.start().isPresent() && Duration.between(made.get(), facts.start().get()).abs().toMinutes() < 2) {
            signals.add(Signal.MADE_AT_START);
        }
        return signals;
    }

    private Signal ended(Instant end) {
        return inquiry.now.isBefore(end) ? Signal.NOT_ENDED
                : inquiry.now.isBefore(end.plus(LATE)) ? Signal.ENDED_RECENTLY : Signal.ENDED_LONG_AGO;
    }

    /// The organiser's calendar around the meeting, page by page. "No event" is concluded only when all of it was read and the
    /// meeting's time is known, so that the range surely covers it.
    Optional<ProbeResult> calendar() {
        var facts = inquiry.facts();
        if (facts.joinUrl().isEmpty() && facts.threadId().isEmpty()) {
            return Optional.empty();
        }
        var from = facts.start().map(at -> at.minus(Duration.ofDays(1))).orElse(inquiry.now.minus(Duration.ofDays(31)));
        var until = facts.end().map(at -> at.plus(Duration.ofDays(1))).orElse(inquiry.now.plus(Duration.ofDays(14)));
        var range = "/calendarView?startDateTime=" + from + "&endDateTime=" + until;
        var answer = graph.get("/users/" + encoded(inquiry.organiser()) + range
                + "&$select=id,subject,start,end,type,seriesMasterId,isOnlineMeeting,onlineMeeting&$top=200");
        var request = "GET " + shown() + range;
        for (int page = 1; ; page++) {
            if (!answer.ok()) {
                return Optional.of(interpreter.refused(ProbeKind.CALENDAR, request, answer, false, Set.of()));
            }
            var body = interpreter.body(answer);
            for (var event : body.path("value")) {
                if (isThis(event.path("onlineMeeting").path("joinUrl").asText(""), facts)) {
                    return Optional.of(event(ProbeKind.CALENDAR, request, answer, event));
                }
            }
            var next = body.path("@odata.nextLink").asText("");
            if (next.isEmpty() || page == MOST_PAGES) {
                boolean covered = next.isEmpty() && facts.start().isPresent();
                return Optional.of(interpreter.answered(ProbeKind.CALENDAR, request, answer, covered ? State.WARNING : State.NEUTRAL,
                        interpreter.words().text(covered ? "probe.calendar.none" : "probe.calendar.unsure"),
                        covered ? Set.of(Signal.NO_EVENT) : Set.of()));
            }
            answer = graph.fetch(next);
        }
    }

    private static boolean isThis(String joinUrl, MeetingFacts facts) {
        if (joinUrl.isEmpty()) {
            return false;
        }
        return joinUrl.equals(facts.joinUrl()) || JoinLink.parse(joinUrl) instanceof JoinLink.Found found && !facts.threadId().isEmpty()
                && found.link().threadId().equals(facts.threadId()) && !found.link().inChannel();
    }

    /// By the event's own id, or by the odd id of a link: where that is no event's id, Graph says so, and nothing follows.
    Optional<ProbeResult> eventById() {
        var id = inquiry.input instanceof app.lectern.diagnosis.input.DiagnosisInput.EventId event ? event.id() : inquiry.oddId();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var answer = graph.get("/users/" + encoded(inquiry.organiser()) + "/events/" + encoded(id));
        var request = "GET " + shown() + "/events/" + id;
        return Optional.of(answer.ok() ? event(ProbeKind.EVENT_BY_ID, request, answer, interpreter.body(answer))
                : interpreter.refused(ProbeKind.EVENT_BY_ID, request, answer, false, Set.of()));
    }

    private ProbeResult event(ProbeKind kind, String request, Answer answer, JsonNode event) {
        var joinUrl = event.path("onlineMeeting").path("joinUrl").asText("");
        inquiry.learn(was -> new MeetingFacts(event.path("subject").asText(was.subject()), was.organiser(), was.organiserId(), was.meetingId(),
                was.threadId(), was.joinUrl().isEmpty() ? joinUrl : was.joinUrl(), was.type(), was.meetingNumber(), was.start(), was.end(), was.expires()));
        boolean series = !event.path("seriesMasterId").asText("").isEmpty() || !event.path("type").asText("singleInstance").equals("singleInstance");
        var key = joinUrl.isEmpty() ? "probe.calendar.without-link" : series ? "probe.calendar.series" : "probe.calendar.found";
        return interpreter.answered(kind, request, answer, joinUrl.isEmpty() ? State.WARNING : State.GOOD, interpreter.words().text(key),
                !joinUrl.isEmpty() ? Set.of(Signal.EVENT_FOUND) : inquiry.question == Question.LINK ? Set.of(Signal.EVENT_WITHOUT_LINK) : Set.of());
    }

    static Optional<Instant> time(JsonNode node) {
        try {
            var text = node.asText("");
            return text.isEmpty() ? Optional.empty() : Optional.of(java.time.OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }
}
