package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.Person;
import app.lectern.demo.school.Session;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The calls over everything that one person organised: all recordings, all transcripts, of meetings and of ad hoc calls, and
/// what is new.
final class AllArtifacts {
    private static final Paging PAGES = new Paging(100, 100);
    private static final Pattern ORGANISER = Pattern.compile("MeetingOrganizer/User/Id eq '([^']*)'.*", Pattern.CASE_INSENSITIVE);

    private final Reception reception;
    private final ArtifactJson json;
    private final ArtifactOperations artifacts;

    AllArtifacts(Reception reception, ArtifactOperations artifacts) {
        this.reception = reception;
        this.artifacts = artifacts;
        this.json = new ArtifactJson(reception.school());
    }

    void register(LockedRoutes routes) {
        var meetings = "/users/{user}/onlineMeetings/getAll";
        var times = ",startDateTime={from?},endDateTime={to?})";
        for (var form : List.of("", "(meetingOrganizerUserId='{organiser}'" + times)) {
            routes.get(meetings + "Recordings" + form, Right.LIST_ALL_RECORDINGS, call -> list(call, recordings(call)));
            routes.get(meetings + "Recordings" + form + "/delta", Right.LIST_ALL_RECORDINGS, call ->
                    delta(call, recordings(call)));
            routes.get(meetings + "Transcripts" + form, Right.LIST_ALL_TRANSCRIPTS, call -> list(call, transcripts(call)));
            routes.get(meetings + "Transcripts" + form + "/delta", Right.LIST_ALL_TRANSCRIPTS, call ->
                    delta(call, transcripts(call)));
        }
        var calls = "/users/{user}/adhocCalls/";
        routes.get(calls + "getAllRecordings(userId='{organiser}'" + times, Right.LIST_CALL_RECORDINGS,
                call -> list(call, callRecordings(call)));
        routes.get(calls + "getAllTranscripts(userId='{organiser}'" + times, Right.LIST_CALL_TRANSCRIPTS,
                call -> list(call, callTranscripts(call)));
        routes.get(calls + "{call}/recordings/{recording}", Right.READ_CALL_RECORDINGS, call ->
                GraphAnswer.ok(json.recording(call, recording(call))));
        routes.get(calls + "{call}/recordings/{recording}/content", Right.READ_CALL_RECORDINGS,
                call -> GraphAnswer.content("video/mp4", recording(call).recording().bytes()));
        routes.get(calls + "{call}/transcripts/{transcript}/content", Right.LIST_CALL_TRANSCRIPTS,
                call -> artifacts.transcriptContent(call, transcript(call)));
    }

    /// The sessions that have the artefact by now, and what the artefact looks like.
    private record Found(List<Session> sessions, String type, BiFunction<GraphCall, Session,
            ObjectNode> item) {
    }

    private Found recordings(GraphCall call) {
        var sessions = sessions(call, organiser(call), session -> session.meeting().kind().isCalendarBacked()
                && session.hasRecording(call.now()));
        return new Found(sessions, "callRecording", json::recording);
    }

    private Found transcripts(GraphCall call) {
        reception.rules().requireTranscripts(call.variable("user"));
        var sessions = sessions(call, organiser(call), session -> session.meeting().kind().isCalendarBacked()
                && session.hasTranscript(call.now()));
        return new Found(sessions, "callTranscript", json::transcript);
    }

    private Found callRecordings(GraphCall call) {
        return new Found(sessions(call, organiser(call), session -> isCall(session) && session.hasRecording(call.now())),
                "callRecording", json::recording);
    }

    private Found callTranscripts(GraphCall call) {
        reception.rules().requireTranscripts(call.variable("user"));
        return new Found(sessions(call, organiser(call), session -> isCall(session) && session.hasTranscript(call.now())),
                "callTranscript", json::transcript);
    }

    private static boolean isCall(Session session) {
        return session.meeting().kind() == MeetingKind.AD_HOC;
    }

    /// The id stands in the path twice, or in the filter; it must be there, and it must be the same.
    private Person organiser(GraphCall call) {
        var person = reception.organiserWithoutPolicy(call);
        var filter = ORGANISER.matcher(call.query().filter().orElse(""));
        var named = call.variable("organiser") != null ? call.variable("organiser") : filter.matches() ? filter.group(1) : null;
        var isNextPage = call.query().has("$skiptoken") || call.query().has("$deltatoken");
        if (named == null && !isNextPage) {
            throw GraphRefusal.badRequest("MeetingOrganizer/User/Id filter is required.");
        }
        if (named != null && !named.equalsIgnoreCase(person.id())) {
            throw GraphRefusal.badRequest("The user id in the path and the meeting organizer id must be the same.");
        }
        return person;
    }

    private List<Session> sessions(GraphCall call, Person organiser, Predicate<Session> wanted) {
        var from = time(call, "from", Instant.MIN);
        var to = time(call, "to", Instant.MAX);
        return reception.school().meetings().of(organiser).stream().flatMap(meeting -> meeting.sessions().stream())
                .filter(wanted).filter(session -> !session.start().isBefore(from) && session.start().isBefore(to))
                .sorted(Comparator.comparing(Session::start)).toList();
    }

    private static Instant time(GraphCall call, String variable, Instant otherwise) {
        return call.variable(variable) == null ? otherwise
                : EventJson.instant(call.variable(variable), variable.equals("from") ? "startDateTime" : "endDateTime");
    }

    private static ObjectNode typed(GraphCall call, Found found, Session session) {
        var node = Json.object().put("@odata.type", "#microsoft.graph." + found.type());
        node.setAll(found.item().apply(call, session));
        return node;
    }

    private GraphAnswer list(GraphCall call, Found found) {
        return PAGES.answer(call, "Collection(" + found.type() + ")", found.sessions(), session -> typed(call, found, session));
    }

    private GraphAnswer delta(GraphCall call, Found found) {
        var changes = reception.school().changes();
        var gone = GraphRefusal.of(410, "SyncStateNotFound", "The sync state generation is not found.");
        var skip = call.query().get("$skiptoken");
        var last = call.query().get("$deltatoken");
        var token = skip.isPresent() ? DeltaToken.parse(skip.get(), changes, call.now(), gone)
                : last.isPresent() ? DeltaToken.next(DeltaToken.parse(last.get(), changes, call.now(), gone), changes, call.now())
                : DeltaToken.first("all", changes, call.now());
        var fresh = found.sessions().stream().filter(session -> session.artifactsFrom().isAfter(token.sinceTime())).toList();
        var end = Math.min(fresh.size(), token.offset() + call.query().top().orElse(PAGES.defaultSize()));
        var page = Json.object().put("@odata.context", Paging.context(call, "Collection(" + found.type() + ")"));
        var values = page.putArray("value");
        fresh.subList(Math.min(token.offset(), end), end).forEach(session -> values.add(typed(call, found, session)));
        var path = call.url().contains("?") ? call.url().substring(0, call.url().indexOf('?')) : call.url();
        return GraphAnswer.ok(end < fresh.size() ? page.put("@odata.nextLink", path + "?$skiptoken=" + token.at(end).text())
                : page.put("@odata.deltaLink", path + "?$deltatoken=" + token.at(0).text()));
    }

    private Session recording(GraphCall call) {
        return held(call, session -> session.recordingId().equals(call.variable("recording"))
                && session.hasRecording(call.now()));
    }

    private Session transcript(GraphCall call) {
        reception.rules().requireTranscripts(call.variable("user"));
        return held(call, session -> session.transcriptId().equals(call.variable("transcript"))
                && session.hasTranscript(call.now()));
    }

    private Session held(GraphCall call, Predicate<Session> wanted) {
        return reception.school().meetings().of(reception.organiserWithoutPolicy(call)).stream()
                .flatMap(meeting -> meeting.sessions().stream())
                .filter(session -> isCall(session) && session.callId().equals(call.variable("call"))).filter(wanted).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "Ad hoc call not found"));
    }
}
