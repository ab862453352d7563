package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.Session;
import app.lectern.demo.school.Transcript;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;

/// Recordings and transcripts of one meeting, which must have a calendar entry.
final class ArtifactOperations {
    private static final Paging PAGES = new Paging(100, 100);
    private static final String PLAIN_TRANSCRIPT = "application/vnd.microsoft.graph.transcript+text";

    private final Reception reception;
    private final ArtifactJson json;

    ArtifactOperations(Reception reception) {
        this.reception = reception;
        this.json = new ArtifactJson(reception.school());
    }

    void register(LockedRoutes routes) {
        var recordings = "/users/{user}/onlineMeetings/{meeting}/recordings";
        routes.get(recordings, Right.READ_RECORDINGS, call -> list(call, "recordings", recordings(call), json::recording));
        routes.get(recordings + "/{recording}", Right.READ_RECORDINGS,
                call -> single(call, "recordings", json.recording(call, recording(call))));
        routes.get(recordings + "/{recording}/content", Right.READ_RECORDINGS,
                call -> GraphAnswer.content("video/mp4", recording(call).recording().bytes()));
        var transcripts = "/users/{user}/onlineMeetings/{meeting}/transcripts";
        routes.get(transcripts, Right.READ_TRANSCRIPTS, call -> list(call, "transcripts", transcripts(call), json::transcript));
        routes.get(transcripts + "/{transcript}", Right.READ_TRANSCRIPTS,
                call -> single(call, "transcripts", json.transcript(call, transcript(call))));
        routes.get(transcripts + "/{transcript}/content", Right.READ_TRANSCRIPTS, this::transcriptContent);
        routes.get(transcripts + "/{transcript}/metadataContent", Right.READ_TRANSCRIPTS,
                call -> GraphAnswer.text("text/vtt", metadata(Transcript.of(transcript(call)))));
    }

    private OnlineMeeting meeting(GraphCall call) {
        var meeting = MeetingOperations.meeting(call, reception, reception.organiserOfArtifacts(call), true);
        if (!meeting.kind().isCalendarBacked()) {
            throw GraphRefusal.badRequest("No iCalUid found for the meeting. This API is supported only for calendar backed "
                    + "OnlineMeeting.");
        }
        if (meeting.kind() == MeetingKind.CHANNEL && !reception.school().control().answersForChannels()) {
            throw GraphRefusal.badRequest("Channel based meetings are currently not supported.");
        }
        return meeting;
    }

    private List<Session> recordings(GraphCall call) {
        return meeting(call).sessions().stream().filter(session -> session.hasRecording(call.now())).toList();
    }

    private Session recording(GraphCall call) {
        return recordings(call).stream().filter(session -> session.recordingId().equals(call.variable("recording"))).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "Recording not found"));
    }

    private List<Session> transcripts(GraphCall call) {
        reception.rules().requireTranscripts(call.variable("user"));
        return meeting(call).sessions().stream().filter(session -> session.hasTranscript(call.now())).toList();
    }

    private Session transcript(GraphCall call) {
        return transcripts(call).stream().filter(session -> session.transcriptId().equals(call.variable("transcript")))
                .findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "Transcript not found"));
    }

    private static String context(GraphCall call, String kind) {
        return "users('" + call.variable("user") + "')/onlineMeetings('" + call.variable("meeting") + "')/" + kind;
    }

    private static GraphAnswer list(GraphCall call, String kind, List<Session> sessions, BiFunction<GraphCall, Session,
            ObjectNode> item) {
        return PAGES.answer(call, context(call, kind), sessions, session -> item.apply(call, session));
    }

    private static GraphAnswer single(GraphCall call, String kind, ObjectNode item) {
        var node = Json.object().put("@odata.context", Paging.context(call, context(call, kind) + "/$entity"));
        node.setAll(item);
        return GraphAnswer.ok(Projection.apply(call, node));
    }

    private GraphAnswer transcriptContent(GraphCall call) {
        return transcriptContent(call, transcript(call));
    }

    GraphAnswer transcriptContent(GraphCall call, Session session) {
        var transcript = Transcript.of(session);
        // the plain form is had by Accept alone, never by $format
        if (call.header("Accept").filter(accept -> accept.contains(PLAIN_TRANSCRIPT)).isPresent()) {
            return GraphAnswer.text(PLAIN_TRANSCRIPT, transcript.vttWithoutSpeakers());
        }
        reception.rules().requireSpeakerAttribution();
        return GraphAnswer.text("text/vtt", transcript.vtt());
    }

    private static String metadata(Transcript transcript) {
        var text = new StringBuilder("WEBVTT\n");
        for (var line : transcript.lines()) {
            var facts = Json.object().put("startDateTime", Json.time(transcript.start().plus(line.from())))
                    .put("endDateTime", Json.time(transcript.start().plus(line.to()))).put("speakerName", line.speaker())
                    .put("spokenText", line.text()).put("spokenLanguage", "en-gb");
            text.append('\n').append(Transcript.clock(line.from())).append(" --> ").append(Transcript.clock(line.to()))
                    .append('\n').append(facts).append('\n');
        }
        return text.toString();
    }
}
