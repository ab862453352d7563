package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphArtifactsTest {
    private DemoGraph graph;
    private Instant now;

    @BeforeEach
    void start() throws IOException {
        graph = new DemoGraph();
        now = graph.clock.instant();
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    private OnlineMeeting meeting(Predicate<OnlineMeeting> wanted) {
        return graph.tenant.school().meetings().all().stream().filter(wanted).findFirst().orElseThrow();
    }

    private OnlineMeeting recorded() {
        return meeting(meeting -> meeting.kind() == MeetingKind.SCHEDULED
                && meeting.sessions().stream().anyMatch(session -> session.hasRecording(now) && session.hasTranscript(now)));
    }

    private static String path(OnlineMeeting meeting) {
        return "/users/" + meeting.organiser().id() + "/onlineMeetings/" + meeting.id();
    }

    @Test
    void recordingIsListedWithoutNameAndSizeAndStreamsItsBytes() throws IOException {
        var meeting = recorded();
        var recording = graph.ok(path(meeting) + "/recordings").get("value").get(0);
        assertThat(recording.has("name") || recording.has("size")).isFalse();
        assertThat(recording.get("meetingId").asText()).isEqualTo(meeting.id());
        var content = graph.get(path(meeting) + "/recordings/" + recording.get("id").asText() + "/content");
        assertThat(content.header("content-type")).isEqualTo("video/mp4");
        assertThat(content.body()).hasSize((int) meeting.sessions().getFirst().recording().size());
        assertThat(new String(content.body(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(graph.ok(path(meeting) + "/transcripts").get("value").get(0).get("contentCorrelationId"))
                .isEqualTo(recording.get("contentCorrelationId"));
    }

    @Test
    void transcriptNamesItsSpeakersUnlessThePlainFormIsAccepted() throws IOException {
        var meeting = recorded();
        var transcript = path(meeting) + "/transcripts/" + graph.ok(path(meeting) + "/transcripts").get("value").get(0).get("id")
                .asText();
        assertThat(graph.get(transcript + "/content").text()).startsWith("WEBVTT")
                .contains("<v " + meeting.organiser().displayName() + ">");
        assertThat(graph.get(transcript + "/metadataContent").text()).contains("\"speakerName\":");
        graph.tenant.rules().allowSpeakerAttribution(false);
        assertThat(graph.get(transcript + "/content").error().get("innerError").get("code").asText())
                .isEqualTo("SpeakerAttributionNotAllowed");
        assertThat(graph.get(transcript + "/content", "Accept", "application/vnd.microsoft.graph.transcript+text").text())
                .startsWith("WEBVTT").doesNotContain("<v ");
        graph.tenant.rules().allowTranscripts(false);
        var refused = graph.get(path(meeting) + "/transcripts");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error().get("innerError").get("code").asText()).isEqualTo("GraphAccessToTranscriptsDisabled");
        assertThat(graph.get(path(meeting) + "/recordings").status()).as("the switch is about transcripts only").isEqualTo(200);
    }

    @Test
    void meetingsWithoutCalendarEntryHaveNoRecordingsInTheApi() throws IOException {
        for (var kind : List.of(MeetingKind.LINK_ONLY, MeetingKind.INSTANT)) {
            var answer = graph.get(path(meeting(meeting -> meeting.kind() == kind)) + "/recordings");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error().get("message").asText())
                    .isEqualTo("No iCalUid found for the meeting. This API is supported only for calendar backed OnlineMeeting.");
        }
    }

    @Test
    void channelMeetingsAnswerOrRefuseByTheSwitch() throws IOException {
        var recordings = path(meeting(meeting -> meeting.kind() == MeetingKind.CHANNEL)) + "/recordings";
        assertThat(graph.get(recordings).status()).isEqualTo(200);
        graph.tenant.school().control().answerForChannels(false);
        assertThat(graph.get(recordings).error().get("message").asText())
                .isEqualTo("Channel based meetings are currently not supported.");
    }

    @Test
    void missingPolicyIsWordedDifferentlyForArtifacts() throws IOException {
        var meeting = recorded();
        graph.tenant.rules().setAccessPolicy(meeting.organiser().id(), Set.of());
        assertThat(graph.get(path(meeting) + "/recordings").error().get("message").asText())
                .isEqualTo("Application is not allowed to perform operations on the user '"
                + meeting.organiser().id() + "', neither is allowed access through RSC permission evaluation.");
    }

    @Test
    void allRecordingsOfAnOrganiserNeedTheOrganiserTwiceButNoPolicy() throws IOException {
        var meeting = recorded();
        var id = meeting.organiser().id();
        graph.tenant.rules().setAccessPolicy(id, Set.of());
        var call = "/users/" + id + "/onlineMeetings/getAllRecordings";
        var all = graph.all(call + "(meetingOrganizerUserId='" + id + "')");
        assertThat(all).isNotEmpty().allMatch(item -> item.get("meetingOrganizer").get("user").get("id").asText().equals(id));
        assertThat(graph.all(call + "?$filter=" + DemoGraph.encoded("MeetingOrganizer/User/Id eq '" + id + "'")))
                .hasSameSizeAs(all);
        assertThat(graph.all(call + "(meetingOrganizerUserId='" + id
                + "',startDateTime=2026-11-18T00:00:00Z,endDateTime=2026-11-19T00:00:00Z)").size()).isLessThan(all.size());
        assertThat(graph.get(call).status()).isEqualTo(400);
        assertThat(graph.get(call + "(meetingOrganizerUserId='" + graph.id("ruth.okafor") + "')").status()).isEqualTo(400);
    }

    @Test
    void newRecordingAppearsInTheNextDeltaAfterTheMeeting() throws IOException {
        var marta = graph.tenant.school().person("marta.kowalska");
        var meeting = graph.tenant.school().meetings().of(marta).stream().filter(one -> one.kind() == MeetingKind.SCHEDULED)
                .findFirst().orElseThrow();
        var seen = new ArrayList<JsonNode>();
        var link = round("/users/" + marta.id() + "/onlineMeetings/getAllRecordings(meetingOrganizerUserId='" + marta.id()
                + "')/delta", seen);
        assertThat(seen).isNotEmpty();
        graph.clock.advance(Duration.ofDays(10));
        graph.renew();
        var rest = new ArrayList<JsonNode>();
        link = round(link, rest);
        var end = graph.clock.instant();
        var call = graph.tenant.school().control().hold(meeting.id(), end.minusSeconds(1800), end, true, true);
        assertThat(fresh(link)).as("not ready yet").isEmpty();
        graph.clock.advance(Duration.ofMinutes(10));
        assertThat(fresh(link)).singleElement().satisfies(item -> assertThat(item.get("callId").asText()).isEqualTo(call));
    }

    private List<JsonNode> fresh(String link) throws IOException {
        var items = new ArrayList<JsonNode>();
        round(link, items);
        return items;
    }

    private String round(String start, List<JsonNode> items) throws IOException {
        for (var page = graph.ok(start);; page = graph.ok(page.get("@odata.nextLink").asText())) {
            page.get("value").forEach(items::add);
            if (page.has("@odata.deltaLink")) {
                return page.get("@odata.deltaLink").asText();
            }
        }
    }

    @Test
    void attendanceIsListedWithoutRecordsAndExpandedSingly() throws IOException {
        var meeting = recorded();
        var reports = graph.all(path(meeting) + "/attendanceReports");
        assertThat(reports).isNotEmpty().allMatch(report -> report.get("attendanceRecords").isEmpty());
        var single = path(meeting) + "/attendanceReports/" + reports.getFirst().get("id").asText();
        assertThat(graph.ok(single).has("attendanceRecords")).isFalse();
        var records = graph.ok(single + "?$expand=attendanceRecords").get("attendanceRecords");
        assertThat(records).hasSize(reports.getFirst().get("totalParticipantCount").asInt())
                .anyMatch(record -> record.get("role").asText().equals("Organizer"))
                .anyMatch(record -> record.get("attendanceIntervals").size() > 1);
        assertThat(graph.all(single + "/attendanceRecords")).hasSameSizeAs(records);
    }

    @Test
    void everyKindOfParticipantOccursSomewhere() {
        var book = graph.tenant.school().attendance();
        var entries = graph.tenant.school().meetings().all().stream().flatMap(meeting -> meeting.sessions().stream())
                .flatMap(session -> book.of(session).stream()).toList();
        assertThat(entries).anyMatch(entry -> entry.name().startsWith("+44") && entry.identityId() == null)
                .anyMatch(entry -> entry.name().contains("(Guest)"))
                .anyMatch(entry -> entry.stays().size() == 2 && entry.stays().get(1).joined()
                .isBefore(entry.stays().get(0).left()))
                .anyMatch(entry -> entry.stays().size() == 2 && entry.stays().get(1).joined()
                .isAfter(entry.stays().get(0).left()))
                .allMatch(entry -> entry.stays().stream().allMatch(stay -> stay.left().isAfter(stay.joined())));
    }

    @Test
    void seriesHasOneReportForEachSessionAndInstantMeetingsNone() throws IOException {
        var series = meeting(meeting -> meeting.kind() == MeetingKind.RECURRING && meeting.sessions().size() > 1);
        assertThat(graph.all(path(series) + "/attendanceReports")).hasSameSizeAs(series.sessions());
        assertThat(graph.all(path(meeting(meeting -> meeting.kind() == MeetingKind.INSTANT)) + "/attendanceReports")).isEmpty();
    }

    @Test
    void reportAppearsSomeMinutesAfterTheMeeting() throws IOException {
        var today = meeting(meeting -> "A-level Mathematics: Integration".equals(meeting.subject()) && meeting.start()
                .equals(Instant.parse("2026-11-19T10:15:00Z")));
        assertThat(graph.all(path(today) + "/attendanceReports")).isEmpty();
        graph.clock.advance(Duration.ofMinutes(110));
        graph.renew();
        assertThat(graph.all(path(today) + "/attendanceReports")).hasSize(1);
    }

    @Test
    void callRecordsAreKeptForThirtyDaysAndForApplicationsOnly() throws IOException {
        var records = graph.all("/communications/callRecords");
        assertThat(records.size()).isGreaterThan(20);
        var single = "/communications/callRecords/" + records.getFirst().get("id").asText();
        var whole = graph.ok(single + "?$expand=sessions($expand=segments)");
        assertThat(whole.get("sessions").get(0).get("segments").get(0).get("media").get(0).get("streams").get(0)
                .get("averagePacketLossRate").isNumber()).isTrue();
        assertThat(graph.all(single + "/sessions")).hasSize(whole.get("sessions").size());
        var some = graph.all("/communications/callRecords?$filter="
                + DemoGraph.encoded("startDateTime ge 2026-11-18T00:00:00Z and startDateTime lt 2026-11-19T00:00:00Z"));
        assertThat(some.size()).isBetween(1, records.size() - 1);
        assertThat(records).anyMatch(record -> record.get("type").asText().equals("peerToPeer") && record.get("joinWebUrl")
                .isNull());
        graph.clock.advance(Duration.ofDays(31));
        graph = graph.signedInAs("hannah.ivers@northfield.example");
        assertThat(graph.get(single).status()).isEqualTo(403);
    }

    @Test
    void adHocCallsHaveRecordingsOfTheirOwn() throws IOException {
        var caller = meeting(meeting -> meeting.kind() == MeetingKind.AD_HOC && meeting.sessions().getFirst().hasRecording(now))
                .organiser().id();
        var all = graph.all("/users/" + caller + "/adhocCalls/getAllRecordings(userId='" + caller + "')");
        assertThat(all).isNotEmpty();
        var content = graph.get("/users/" + caller + "/adhocCalls/" + all.getFirst().get("callId").asText() + "/recordings/"
                + all.getFirst().get("id").asText() + "/content");
        assertThat(content.status()).isEqualTo(200);
        assertThat(graph.get("/users/" + caller + "/adhocCalls/nothing/recordings/x").status()).isEqualTo(404);
    }
}
