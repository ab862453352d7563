package app.lectern.meetings.planning;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Waiting;
import app.lectern.jobs.Progress;
import app.lectern.meetings.planning.MeetingOptions.Chat;
import app.lectern.meetings.planning.MeetingOptions.Lobby;
import app.lectern.meetings.planning.MeetingOptions.Presenters;
import com.microsoft.graph.models.LobbyBypassScope;
import com.microsoft.graph.models.LobbyBypassSettings;
import com.microsoft.graph.models.MeetingChatMode;
import com.microsoft.graph.models.OnlineMeeting;
import com.microsoft.graph.models.OnlineMeetingCollectionResponse;
import com.microsoft.graph.models.OnlineMeetingPresenters;
import com.microsoft.graph.users.item.onlinemeetings.OnlineMeetingsRequestBuilder;
import com.microsoft.graph.users.item.onlinemeetings.createorget.CreateOrGetPostRequestBody;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The online meetings behind slots: made as bare links, found by their links, and given their options.
final class MeetingOptionsGraph {
    private final GraphSession session;
    private final BiConsumer<Slot, Waiting> waits;

    MeetingOptionsGraph(GraphSession session, BiConsumer<Slot, Waiting> waits) {
        this.session = session;
        this.waits = waits;
    }

    /// What an online meeting says of itself.
    record Online(String id, String joinUrl, String threadId, String subject, Optional<Instant> start, Optional<Instant> end, MeetingOptions options,
            String type, String externalId) {}

    /// Bare links. One that was made under a slot's key before is found, not made again.
    List<Sent<Online>> createOrGet(List<Slot> slots) {
        return send(slots, slot -> {
            var body = new CreateOrGetPostRequestBody();
            body.setExternalId(slot.key());
            body.setSubject(slot.planned().subject());
            body.setStartDateTime(slot.planned().startsAt().atOffset(ZoneOffset.UTC));
            body.setEndDateTime(slot.planned().endsAt().atOffset(ZoneOffset.UTC));
            return meetings(slot).createOrGet().withUrl(root(slot) + "/createOrGet").toPostRequestInformation(body);
        });
    }

    /// Found by their links; empty where there is none any more.
    List<Sent<Optional<Online>>> find(List<Slot> slots) {
        return send(slots, slot -> meetings(slot).withUrl(
                        session.urls().onlineMeetingByLink(session.connection().appOnly(), slot.organiserId(), slot.joinUrl())).toGetRequestInformation(),
                OnlineMeetingCollectionResponse::createFromDiscriminatorValue, page -> page.getValue().stream().map(MeetingOptionsGraph::online).findFirst());
    }

    /// Sets the options; the answers tell what was taken over.
    List<Sent<Online>> set(List<Slot> slots) {
        var calls = slots.stream().map(slot -> call(slot, item(slot).toPatchRequestInformation(options(slot.planned().options())),
                OnlineMeeting::createFromDiscriminatorValue)).toList();
        var outcomes = run(slots, calls);
        return IntStream.range(0, slots.size()).mapToObj(at -> Sent.of(outcomes.get(at),
                answer -> online(answer, slots.get(at).planned().options()))).toList();
    }

    /// Subject and times of a bare link; those of a calendar's meeting follow its event.
    List<Sent<Online>> move(List<Slot> slots) {
        return send(slots, slot -> {
            var meeting = new OnlineMeeting();
            meeting.setSubject(slot.planned().subject());
            meeting.setStartDateTime(slot.planned().startsAt().atOffset(ZoneOffset.UTC));
            meeting.setEndDateTime(slot.planned().endsAt().atOffset(ZoneOffset.UTC));
            return item(slot).toPatchRequestInformation(meeting);
        });
    }

    List<Sent<Online>> remove(List<Slot> slots) {
        return send(slots, slot -> item(slot).toDeleteRequestInformation());
    }

    private OnlineMeetingsRequestBuilder meetings(Slot slot) {
        return session.client().users().byUserId(slot.organiserId()).onlineMeetings();
    }

    private com.microsoft.graph.users.item.onlinemeetings.item.OnlineMeetingItemRequestBuilder item(Slot slot) {
        return meetings(slot).byOnlineMeetingId(slot.onlineMeetingId())
                .withUrl(root(slot) + "/" + URLEncoder.encode(slot.onlineMeetingId(), StandardCharsets.UTF_8));
    }

    private String root(Slot slot) {
        return session.urls().onlineMeetings(session.connection().appOnly(), slot.organiserId());
    }

    private List<Sent<Online>> send(List<Slot> slots, Function<Slot, RequestInformation> request) {
        return send(slots, request, OnlineMeeting::createFromDiscriminatorValue, MeetingOptionsGraph::online);
    }

    private <A extends Parsable, T> List<Sent<T>> send(List<Slot> slots, Function<Slot, RequestInformation> request, ParsableFactory<A> answer,
            Function<A, T> read) {
        var outcomes = run(slots, slots.stream().map(slot -> call(slot, request.apply(slot), answer)).toList());
        return outcomes.stream().map(outcome -> Sent.of(outcome, read)).toList();
    }

    private <A extends Parsable> BatchCall<A> call(Slot slot, RequestInformation request, ParsableFactory<A> answer) {
        return BatchCall.of(request, answer).about(about(slot).watchedBy(waiting -> waits.accept(slot, waiting))).marked();
    }

    private <A extends Parsable> List<BatchOutcome<A>> run(List<Slot> slots, List<BatchCall<A>> calls) {
        return session.batch().run(About.of("Meetings: options").watchedBy(waiting -> slots.forEach(slot -> waits.accept(slot, waiting))), calls,
                Progress.NONE);
    }

    private static About about(Slot slot) {
        return About.of("").account(slot.planned().organiser()).item(slot.planned().subject()).permission("OnlineMeetings.ReadWrite.All");
    }

    private static OnlineMeeting options(MeetingOptions of) {
        var meeting = new OnlineMeeting();
        meeting.setRecordAutomatically(of.record());
        meeting.setAllowTranscription(of.transcription());
        var lobby = new LobbyBypassSettings();
        lobby.setScope(switch (of.lobby()) {
            case EVERYONE -> LobbyBypassScope.Everyone;
            case ORGANISATION -> LobbyBypassScope.Organization;
            case ORGANISATION_AND_FEDERATED -> LobbyBypassScope.OrganizationAndFederated;
            case ORGANISATION_WITHOUT_GUESTS -> LobbyBypassScope.OrganizationExcludingGuests;
            case INVITED -> LobbyBypassScope.Invited;
            case ORGANISER -> LobbyBypassScope.Organizer;
        });
        lobby.setIsDialInBypassEnabled(of.dialInBypass());
        meeting.setLobbyBypassSettings(lobby);
        meeting.setAllowedPresenters(switch (of.presenters()) {
            case EVERYONE -> OnlineMeetingPresenters.Everyone;
            case ORGANISATION -> OnlineMeetingPresenters.Organization;
            case ORGANISER -> OnlineMeetingPresenters.Organizer;
        });
        meeting.setAllowMeetingChat(switch (of.chat()) {
            case ENABLED -> MeetingChatMode.Enabled;
            case LIMITED -> MeetingChatMode.Limited;
            case DISABLED -> MeetingChatMode.Disabled;
        });
        meeting.setIsEntryExitAnnounced(of.announcements());
        meeting.setAllowAttendeeToEnableCamera(of.camera());
        meeting.setAllowAttendeeToEnableMic(of.microphone());
        meeting.setAllowBreakoutRooms(of.breakoutRooms());
        return meeting;
    }

    private static Online online(OnlineMeeting of) {
        return online(of, MeetingOptions.USUAL);
    }

    private static Online online(OnlineMeeting of, MeetingOptions otherwise) {
        var chat = of.getChatInfo();
        return new Online(text(of.getId()), text(of.getJoinWebUrl()), chat == null ? "" : text(chat.getThreadId()), text(of.getSubject()),
                Optional.ofNullable(of.getStartDateTime()).map(time -> time.toInstant()), Optional.ofNullable(of.getEndDateTime()).map(time -> time.toInstant()),
                read(of, otherwise), of.getMeetingType() == null ? "" : of.getMeetingType().getValue(), text(of.getExternalId()));
    }

    /// What the answer does not say counts as it was before.
    private static MeetingOptions read(OnlineMeeting of, MeetingOptions otherwise) {
        var lobby = of.getLobbyBypassSettings();
        return new MeetingOptions(told(of.getRecordAutomatically(), otherwise.record()),
                told(of.getAllowTranscription(), otherwise.transcription()),
                lobby == null || lobby.getScope() == null ? otherwise.lobby() : lobby(lobby.getScope()),
                told(lobby == null ? null : lobby.getIsDialInBypassEnabled(), otherwise.dialInBypass()),
                of.getAllowedPresenters() == null ? otherwise.presenters() : switch (of.getAllowedPresenters()) {
                    case Organization -> Presenters.ORGANISATION;
                    case Organizer, RoleIsPresenter -> Presenters.ORGANISER;
                    case Everyone, UnknownFutureValue -> Presenters.EVERYONE;
                },
                of.getAllowMeetingChat() == null ? otherwise.chat() : switch (of.getAllowMeetingChat()) {
                    case Limited -> Chat.LIMITED;
                    case Disabled -> Chat.DISABLED;
                    case Enabled, UnknownFutureValue -> Chat.ENABLED;
                },
                told(of.getIsEntryExitAnnounced(), otherwise.announcements()), told(of.getAllowAttendeeToEnableCamera(), otherwise.camera()),
                told(of.getAllowAttendeeToEnableMic(), otherwise.microphone()), told(of.getAllowBreakoutRooms(), otherwise.breakoutRooms()));
    }

    private static boolean told(Boolean value, boolean otherwise) {
        return value == null ? otherwise : value;
    }

    private static Lobby lobby(LobbyBypassScope scope) {
        return switch (scope) {
            case Everyone -> Lobby.EVERYONE;
            case OrganizationAndFederated -> Lobby.ORGANISATION_AND_FEDERATED;
            case OrganizationExcludingGuests -> Lobby.ORGANISATION_WITHOUT_GUESTS;
            case Invited -> Lobby.INVITED;
            case Organizer -> Lobby.ORGANISER;
            case Organization, UnknownFutureValue -> Lobby.ORGANISATION;
        };
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
