package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.school.Attendee;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.Person;
import app.lectern.demo.school.School;
import app.lectern.demo.school.Sku;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes online meetings: the defaults, and over them what somebody set.
final class MeetingJson {
    private final School school;

    MeetingJson(School school) {
        this.school = school;
    }

    ObjectNode single(GraphCall call, OnlineMeeting meeting) {
        var node = Json.object().put("@odata.context",
                Paging.context(call, "users('" + meeting.organiser().id() + "')/onlineMeetings/$entity"));
        node.setAll(meeting(meeting));
        return node;
    }

    ObjectNode meeting(OnlineMeeting meeting) {
        var json = Json.object().put("id", meeting.id()).put("creationDateTime", Json.time(meeting.created()))
                .put("startDateTime", Json.time(meeting.start())).put("endDateTime", Json.time(meeting.end()))
                .put("joinWebUrl", meeting.joinUrl()).put("subject", meeting.subject()).put("isBroadcast", meeting.kind() == MeetingKind.LIVE_EVENT)
                .put("autoAdmittedUsers", "EveryoneInCompany").put("externalId", meeting.externalId())
                .put("meetingType", meeting.kind().graphName()).put("videoTeleconferenceId", meeting.videoTeleconferenceId())
                .put("meetingOptionsWebUrl", "https://teams.microsoft.com/meetingOptions/?organizerId=" + meeting.organiser().id()
                        + "&tenantId=" + school.identity().tenantId() + "&threadId=" + meeting.threadId().replace(":", "_")
                        + "&messageId=0")
                .put("expiryDateTime", Json.time(meeting.end().plus(60, ChronoUnit.DAYS)));
        defaults(json);
        participants(json, meeting);
        json.putObject("chatInfo").put("threadId", meeting.threadId()).put("messageId", meeting.messageId())
                .putNull("replyChainMessageId");
        json.set("audioConferencing", audio(meeting));
        json.putObject("joinMeetingIdSettings").put("isPasscodeRequired", true).put("joinMeetingId", meeting.joinMeetingId())
                .put("passcode", meeting.passcode());
        meeting.options().properties().forEach(entry -> set(json, entry.getKey(), entry.getValue()));
        if (json.path("joinMeetingIdSettings") instanceof ObjectNode number && !number.path("isPasscodeRequired").asBoolean()) {
            number.putNull("passcode");
        }
        return json;
    }

    private static void defaults(ObjectNode json) {
        json.put("isEntryExitAnnounced", true).put("allowedPresenters", "everyone")
                .put("allowedLobbyAdmitters", "organizerAndCoOrganizersAndPresenters")
                .put("recordAutomatically", false).put("allowMeetingChat", "enabled").put("allowTeamworkReactions", true)
                .put("allowAttendeeToEnableCamera", true).put("allowAttendeeToEnableMic", true).put("allowRecording", true)
                .put("allowTranscription", true).put("allowParticipantsToChangeName", false).put("allowWhiteboard", true)
                .put("allowBreakoutRooms", true).put("allowLiveShare", "enabled").put("allowPowerPointSharing", true)
                .put("allowCopyingAndSharingMeetingContent", true).put("shareMeetingChatHistoryDefault", "none")
                .put("isEndToEndEncryptionEnabled", false).putNull("watermarkProtection").putNull("chatRestrictions")
                .putNull("meetingSpokenLanguageTag").putNull("meetingTemplateId");
        json.putObject("lobbyBypassSettings").put("scope", "organization").put("isDialInBypassEnabled", false);
    }

    private void participants(ObjectNode json, OnlineMeeting meeting) {
        var participants = json.putObject("participants");
        var organiser = participants.putObject("organizer").put("upn", meeting.organiser().userPrincipalName())
                .put("role", "presenter");
        organiser.set("identity", identity(meeting.organiser()));
        var attendees = participants.putArray("attendees");
        for (var invited : meeting.event() == null ? List.<Attendee>of() : meeting.event().attendees()) {
            var node = attendees.addObject().put("upn", invited.address()).put("role", "attendee");
            school.people().findByAddress(invited.address())
                    .ifPresentOrElse(person -> node.set("identity", identity(person)), () -> node.putNull("identity"));
        }
    }

    private ObjectNode identity(Person person) {
        var identity = Json.object();
        identity.putObject("user").put("id", person.id()).putNull("displayName").put("tenantId", school.identity().tenantId())
                .put("identityProvider", "AAD");
        return identity;
    }

    private static JsonNode audio(OnlineMeeting meeting) {
        if (!meeting.organiser().licences().containsKey(Sku.MCOMEETADV_FACULTY)) {
            return Json.object().nullNode();
        }
        return Json.object().put("conferenceId", meeting.conferenceId()).put("tollNumber", "+44 1632 960900")
                .putNull("tollFreeNumber")
                .put("dialinUrl", "https://dialin.teams.microsoft.com/" + meeting.organiser().id() + "?id="
                + meeting.conferenceId());
    }

    /// Objects are merged, so that setting one member of the lobby settings leaves the others.
    private static void set(ObjectNode json, String name, JsonNode value) {
        if (value instanceof ObjectNode changes && json.get(name) instanceof ObjectNode before) {
            changes.properties().forEach(entry -> set(before, entry.getKey(), entry.getValue()));
        } else {
            json.set(name, value.deepCopy());
        }
    }
}
