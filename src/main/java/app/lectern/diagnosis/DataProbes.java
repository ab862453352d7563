package app.lectern.diagnosis;

import static app.lectern.diagnosis.DiagnosisGraph.encoded;

import app.lectern.diagnosis.ProbeResult.State;
import app.lectern.diagnosis.verdict.Signal;
import app.lectern.meetings.link.Scan;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The probes for what a meeting leaves behind: reports, recordings, transcripts, and call records that know the meeting.
final class DataProbes {
    private static final int MOST_PAGES = 12;
    private static final Duration CALL_RECORDS_KEPT = Duration.ofDays(30);

    private final DiagnosisGraph graph;
    private final Interpreter interpreter;
    private final Inquiry inquiry;

    DataProbes(DiagnosisGraph graph, Interpreter interpreter, Inquiry inquiry) {
        this.graph = graph;
        this.interpreter = interpreter;
        this.inquiry = inquiry;
    }

    Optional<ProbeResult> attendance() {
        return artifact(ProbeKind.ATTENDANCE, "attendanceReports", "probe.artifacts.attendance", Question.ATTENDANCE);
    }

    Optional<ProbeResult> recordings() {
        return artifact(ProbeKind.RECORDINGS, "recordings", "probe.artifacts.recordings", Question.RECORDING);
    }

    Optional<ProbeResult> transcripts() {
        return artifact(ProbeKind.TRANSCRIPTS, "transcripts", "probe.artifacts.transcripts", Question.TRANSCRIPT);
    }

    private Optional<ProbeResult> artifact(ProbeKind kind, String collection, String meaning, Question asks) {
        var facts = inquiry.facts();
        if (facts.meetingId().isEmpty()) {
            return Optional.empty();
        }
        boolean wanted = inquiry.question == asks;
        var answer = graph.get("/users/" + encoded(facts.organiserId()) + "/onlineMeetings/" + encoded(facts.meetingId()) + "/" + collection);
        var request = "GET /users/" + facts.organiser() + "/onlineMeetings/" + facts.meetingId() + "/" + collection;
        if (!answer.ok()) {
            var off = answer.body().contains("GraphAccessToTranscriptsDisabled") && wanted;
            return Optional.of(interpreter.refused(kind, request, answer, wanted, off ? Set.of(Signal.TRANSCRIPTS_SWITCHED_OFF) : Set.of()));
        }
        int count = interpreter.body(answer).path("value").size();
        var signals = EnumSet.of(Signal.POLICY_ACCEPTED);
        if (wanted) {
            signals.add(count > 0 ? Signal.DATA_FOUND : asks.absent());
        }
        var state = count > 0 ? State.GOOD : wanted ? State.BAD : State.NEUTRAL;
        return Optional.of(interpreter.answered(kind, request, answer, state, interpreter.words().text(meaning, count), signals));
    }

    /// Asks for all transcripts of the organiser, which needs no access policy: so a refusal is the switch or the permission.
    Optional<ProbeResult> transcriptSwitch() {
        var id = inquiry.facts().organiserId();
        var answer = graph.fetch(graph.allTranscripts(id, inquiry.now.minus(Duration.ofDays(1)), inquiry.now));
        var request = "GET /users/" + inquiry.facts().organiser() + "/onlineMeetings/getAllTranscripts(…)";
        boolean wanted = inquiry.question == Question.TRANSCRIPT;
        if (answer.ok()) {
            return Optional.of(interpreter.answered(ProbeKind.TRANSCRIPT_SWITCH, request, answer, State.GOOD,
                    interpreter.words().text("probe.transcripts.open"), Set.of()));
        }
        boolean off = wanted && answer.body().contains("GraphAccessToTranscriptsDisabled");
        return Optional.of(interpreter.refused(ProbeKind.TRANSCRIPT_SWITCH, request, answer, false, off ? Set.of(Signal.TRANSCRIPTS_SWITCHED_OFF) : Set.of()));
    }

    /// Whether the API answers for ad hoc calls at all; which call belongs to a meeting cannot be told from there.
    Optional<ProbeResult> adHocCalls() {
        var id = inquiry.facts().organiserId();
        var answer = graph.fetch(graph.adHocRecordings(id, inquiry.now.minus(CALL_RECORDS_KEPT), inquiry.now));
        var request = "GET /users/" + inquiry.facts().organiser() + "/adhocCalls/getAllRecordings(…)";
        if (!answer.ok()) {
            return Optional.of(interpreter.refused(ProbeKind.AD_HOC_CALLS, request, answer, false, Set.of()));
        }
        int count = interpreter.body(answer).path("value").size();
        return Optional.of(interpreter.answered(ProbeKind.AD_HOC_CALLS, request, answer, State.NEUTRAL,
                interpreter.words().text("probe.ad-hoc", count), Set.of()));
    }

    /// A bare id may be a call's own. Otherwise the call records of the last 30 days are looked through for this link. Where nobody
    /// named the organiser, they do.
    Optional<ProbeResult> callRecords() {
        if (Scan.isGuid(inquiry.oddId())) {
            var own = callRecord(inquiry.oddId());
            if (own.isPresent()) {
                return own;
            }
        }
        var facts = inquiry.facts();
        var from = facts.start().map(at -> at.minus(Duration.ofHours(12))).filter(at -> at.isAfter(inquiry.now.minus(CALL_RECORDS_KEPT)))
                .orElse(inquiry.now.minus(CALL_RECORDS_KEPT.minusHours(1)));
        var filter = "startDateTime ge " + from.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var answer = graph.get("/communications/callRecords?$filter=" + encoded(filter));
        var request = "GET /communications/callRecords?$filter=" + filter;
        for (int page = 1; ; page++) {
            if (!answer.ok()) {
                return Optional.of(interpreter.refused(ProbeKind.CALL_RECORDS, request, answer, false, Set.of(Signal.CALL_RECORDS_REFUSED)));
            }
            var body = interpreter.body(answer);
            for (var record : body.path("value")) {
                if (isThis(record.path("joinWebUrl").asText(""), facts)) {
                    return Optional.of(record(request, answer, record));
                }
            }
            var next = body.path("@odata.nextLink").asText("");
            if (next.isEmpty() || page == MOST_PAGES) {
                boolean covered = next.isEmpty() && facts.start().filter(at -> at.isAfter(inquiry.now.minus(CALL_RECORDS_KEPT))).isPresent()
                        && facts.end().filter(at -> at.plus(Duration.ofHours(1)).isBefore(inquiry.now)).isPresent();
                return Optional.of(interpreter.answered(ProbeKind.CALL_RECORDS, request, answer, State.NEUTRAL,
                        interpreter.words().text("probe.call-records.none"), covered ? Set.of(Signal.NO_CALL_RECORD) : Set.of()));
            }
            answer = graph.fetch(next);
        }
    }

    /// Empty where there is no such call and a link says more.
    private Optional<ProbeResult> callRecord(String id) {
        var answer = graph.get("/communications/callRecords/" + encoded(id));
        var request = "GET /communications/callRecords/" + id;
        if (answer.ok()) {
            return Optional.of(record(request, answer, interpreter.body(answer)));
        }
        if (answer.status() != 404) {
            return Optional.of(interpreter.refused(ProbeKind.CALL_RECORDS, request, answer, false, Set.of(Signal.CALL_RECORDS_REFUSED)));
        }
        // the same answer for a call that is too young or too old, and for what was never a call
        return inquiry.facts().joinUrl().isEmpty() ? Optional.of(interpreter.answered(ProbeKind.CALL_RECORDS, request, answer, State.NEUTRAL,
                interpreter.words().text("probe.call-records.unknown"), Set.of())) : Optional.empty();
    }

    private static boolean isThis(String joinUrl, MeetingFacts facts) {
        boolean number = !facts.meetingNumber().isEmpty() && joinUrl.contains("/meet/" + facts.meetingNumber());
        return !joinUrl.isEmpty() && (joinUrl.equals(facts.joinUrl()) || number);
    }

    private ProbeResult record(String request, DiagnosisGraph.Answer answer, JsonNode record) {
        var organiser = record.path("organizer_v2").path("identity").path("user").path("id").asText(
                record.path("organizer").path("user").path("id").asText(""));
        if (!inquiry.hasOrganiserId() && !organiser.isEmpty()) {
            inquiry.learn(was -> was.organisedBy(record.path("organizer").path("user").path("displayName").asText(organiser), organiser));
        }
        var signals = EnumSet.of(Signal.CALL_RECORD_FOUND);
        if (record.path("type").asText("").equals("peerToPeer")) {
            signals.add(Signal.CALL_PEER_TO_PEER);
        } else if (record.path("joinWebUrl").asText("").isEmpty()) {
            signals.add(Signal.CALL_WITHOUT_LINK);
        }
        var meaning = signals.size() == 1 ? "probe.call-records.found" : "probe.call-records.call";
        return interpreter.answered(ProbeKind.CALL_RECORDS, request, answer, State.GOOD, interpreter.words().text(meaning), signals);
    }

    /// The meeting's chat says whether a calendar entry stands behind it.
    Optional<ProbeResult> chat() {
        var thread = inquiry.facts().threadId();
        if (!thread.startsWith("19:") || thread.endsWith("thread.tacv2")) {
            return Optional.empty();
        }
        var answer = graph.get("/chats/" + encoded(thread));
        var request = "GET /chats/" + thread;
        if (!answer.ok()) {
            return Optional.of(interpreter.refused(ProbeKind.CHAT, request, answer, false, Set.of()));
        }
        var chat = interpreter.body(answer);
        boolean call = !chat.path("chatType").asText("").equals("meeting");
        boolean entry = !chat.path("onlineMeetingInfo").path("calendarEventId").asText("").isEmpty();
        var key = call ? "probe.chat.call" : entry ? "probe.chat.event" : "probe.chat.no-event";
        return Optional.of(interpreter.answered(ProbeKind.CHAT, request, answer, State.GOOD, interpreter.words().text(key),
                Set.of(call ? Signal.CHAT_IS_CALL : entry ? Signal.CHAT_WITH_EVENT : Signal.CHAT_WITHOUT_EVENT)));
    }
}
