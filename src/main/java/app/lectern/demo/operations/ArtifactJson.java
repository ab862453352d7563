package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.School;
import app.lectern.demo.school.Session;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Recordings and transcripts as the meetings API describes them: no name, no size, no length.
final class ArtifactJson {
    private final School school;

    ArtifactJson(School school) {
        this.school = school;
    }

    ObjectNode recording(GraphCall call, Session session) {
        var json = Json.object().put("id", session.recordingId());
        common(json, session);
        return json.put("recordingContentUrl", address(call, session, "recordings", session.recordingId()));
    }

    ObjectNode transcript(GraphCall call, Session session) {
        var json = Json.object().put("id", session.transcriptId());
        common(json, session);
        return json.put("transcriptContentUrl", address(call, session, "transcripts", session.transcriptId()));
    }

    private void common(ObjectNode json, Session session) {
        var meeting = session.meeting();
        json.put("meetingId", isCall(session) ? null : meeting.id()).put("callId", session.callId())
                .put("contentCorrelationId", session.correlationId())
                .put("createdDateTime", Json.time(session.start())).put("endDateTime", Json.time(session.end()));
        var organiser = json.putObject("meetingOrganizer").putNull("application").putNull("device");
        organiser.putObject("user").put("@odata.type", "#microsoft.graph.teamworkUserIdentity")
                .put("id", meeting.organiser().id())
                .putNull("displayName").put("userIdentityType", "aadUser").put("tenantId", school.identity().tenantId());
    }

    private static boolean isCall(Session session) {
        return session.meeting().kind() == MeetingKind.AD_HOC;
    }

    private static String address(GraphCall call, Session session, String kind, String id) {
        var base = call.url().substring(0, call.url().indexOf("/v1.0")) + "/v1.0/users/" + session.meeting().organiser().id();
        var holder = isCall(session) ? "/adhocCalls/" + session.callId() : "/onlineMeetings/" + session.meeting().id();
        return base + holder + "/" + kind + "/" + id + "/content";
    }
}
