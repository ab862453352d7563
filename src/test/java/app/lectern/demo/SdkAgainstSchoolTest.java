package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.Attendee;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.Calendar;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.LobbyBypassScope;
import com.microsoft.graph.models.LobbyBypassSettings;
import com.microsoft.graph.models.OnlineMeeting;
import com.microsoft.graph.models.OnlineMeetingProviderType;
import com.microsoft.graph.models.OnlineMeetingType;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.calendar.getschedule.GetSchedulePostRequestBody;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The real Graph SDK talks to the school and notices no difference.
class SdkAgainstSchoolTest {
    private static final String OSEI = "daniel.osei@northfield.example";

    private DemoGraph graph;
    private GraphServiceClient client;

    @BeforeEach
    void start() throws IOException {
        graph = new DemoGraph();
        var token = new AccessTokenProvider() {
            @Override
            public String getAuthorizationToken(URI uri, Map<String, Object> context) {
                return graph.token();
            }

            @Override
            public AllowedHostsValidator getAllowedHostsValidator() {
                return new AllowedHostsValidator("localhost");
            }
        };
        var http = DemoClient.trusting(graph.tenant.authorityPem()).followRedirects(true).build();
        client = new GraphServiceClient(new BaseGraphRequestAdapter(new BaseBearerTokenAuthenticationProvider(token),
                graph.tenant.graphEndpoint(), http));
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void directoryIsWalkedPageByPage() throws ReflectiveOperationException {
        var first = client.users().get(request -> {
            request.queryParameters.top = 5;
            request.queryParameters.select = new String[] {"id", "displayName", "accountEnabled"};
        });
        var names = new ArrayList<String>();
        new PageIterator.Builder<User, UserCollectionResponse>().client(client).collectionPage(first)
                .collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(user -> names.add(user.getDisplayName())).build().iterate();
        assertThat(names).contains("Marta Kowalska", "Karin Lindqvist", "LMS Teams service").hasSizeGreaterThan(35);
    }

    @Test
    void guestNameIsEscapedByTheSdk() {
        var guest = client.users().get(request -> request.queryParameters.filter = "userType eq 'Guest'").getValue().getFirst();
        assertThat(client.users().byUserId(guest.getUserPrincipalName()).get().getId()).isEqualTo(guest.getId());
    }

    @Test
    void missingMailboxArrivesAsAnODataError() {
        assertThatThrownBy(() -> client.users().byUserId("k.lindqvist@northfield.example").events().get())
                .isInstanceOfSatisfying(ODataError.class, error -> {
            assertThat(error.getResponseStatusCode()).isEqualTo(404);
            assertThat(error.getError().getCode()).isEqualTo("MailboxNotEnabledForRESTAPI");
            assertThat(error.getError().getInnerError().getRequestId()).isNotBlank();
        });
    }

    private static Event lesson() {
        var event = new Event();
        event.setSubject("Mathematics clinic");
        event.setTransactionId("clinic-1");
        event.setStart(time("2026-12-01T10:15:00"));
        event.setEnd(time("2026-12-01T11:15:00"));
        event.setIsOnlineMeeting(true);
        event.setOnlineMeetingProvider(OnlineMeetingProviderType.TeamsForBusiness);
        var body = new ItemBody();
        body.setContentType(BodyType.Html);
        body.setContent("<p>Bring your notes.</p>");
        event.setBody(body);
        var pupil = new Attendee();
        var address = new EmailAddress();
        address.setAddress("lena.fischer@northfield.example");
        pupil.setEmailAddress(address);
        event.setAttendees(List.of(pupil));
        return event;
    }

    private static DateTimeTimeZone time(String local) {
        var time = new DateTimeTimeZone();
        time.setDateTime(local);
        time.setTimeZone("Europe/London");
        return time;
    }

    @Test
    void eventIsMadeItsMeetingFoundByLinkAndGivenOptions() {
        var made = client.users().byUserId(OSEI).events().post(lesson());
        var link = made.getOnlineMeeting().getJoinUrl();
        assertThat(client.users().byUserId(OSEI).events().post(lesson()).getId()).isEqualTo(made.getId());
        var meetings = client.users().byUserId(graph.id("daniel.osei")).onlineMeetings();
        var found = meetings.get(request -> request.queryParameters.filter = "JoinWebUrl eq '" + link + "'").getValue();
        assertThat(found).singleElement()
                .satisfies(meeting -> assertThat(meeting.getMeetingType()).isEqualTo(OnlineMeetingType.Scheduled));
        var change = new OnlineMeeting();
        change.setRecordAutomatically(true);
        var lobby = new LobbyBypassSettings();
        lobby.setScope(LobbyBypassScope.Everyone);
        change.setLobbyBypassSettings(lobby);
        meetings.byOnlineMeetingId(found.getFirst().getId()).patch(change);
        var read = meetings.byOnlineMeetingId(found.getFirst().getId()).get();
        assertThat(read.getRecordAutomatically()).isTrue();
        assertThat(read.getLobbyBypassSettings().getScope()).isEqualTo(LobbyBypassScope.Everyone);
        client.users().byUserId(OSEI).events().byEventId(made.getId()).delete();
        assertThatThrownBy(() -> client.users().byUserId(OSEI).events().byEventId(made.getId()).get())
                .isInstanceOf(ODataError.class);
    }

    /// A new object each time: sending one again sends only what was set since, which is nothing.
    private static Calendar deliverables() {
        var calendar = new Calendar();
        calendar.setName("Project Deliverables");
        return calendar;
    }

    @Test
    void busyTimesAreAskedForInTheSdksSpelling() {
        var question = new GetSchedulePostRequestBody();
        question.setSchedules(List.of(OSEI));
        question.setStartTime(time("2026-11-19T09:00:00"));
        question.setEndTime(time("2026-11-19T13:00:00"));
        question.setAvailabilityViewInterval(60);
        var answer = client.users().byUserId(OSEI).calendar().getSchedule().post(question).getValue().getFirst();
        assertThat(answer.getAvailabilityView()).matches(".22.");
    }

    @Test
    void calendarIsMadeAndRefusedTheSecondTime() {
        assertThat(client.users().byUserId(OSEI).calendars().post(deliverables()).getCanEdit()).isTrue();
        assertThatThrownBy(() -> client.users().byUserId(OSEI).calendars().post(deliverables()))
                .isInstanceOfSatisfying(ODataError.class,
                error -> assertThat(error.getError().getCode()).isEqualTo("ErrorFolderExists"));
    }

    @Test
    void recordingIsDownloadedThroughTheRedirectWithoutTheToken() throws IOException {
        var drive = client.users().byUserId(OSEI).drive().get();
        assertThat(drive.getQuota().getState()).isEqualTo("normal");
        var items = client.drives().byDriveId(drive.getId()).items();
        var folder = items.byDriveItemId("root").children().get().getValue().stream()
                .filter(item -> item.getName().equals("Recordings")).findFirst().orElseThrow();
        var file = items.byDriveItemId(folder.getId()).children().get().getValue().stream()
                .filter(item -> item.getName().endsWith(".mp4")).findFirst().orElseThrow();
        assertThat(file.getVideo().getDuration()).isPositive();
        try (var content = items.byDriveItemId(file.getId()).content().get()) {
            assertThat(content.readAllBytes()).hasSize(file.getSize().intValue());
        }
    }

    @Test
    void reportsAndRecordingsOfASessionAreRead() {
        var now = graph.clock.instant();
        var session = graph.tenant.school().meetings().all().stream().flatMap(meeting -> meeting.sessions().stream())
                .filter(one -> one.meeting().event() != null && one.hasRecording(now) && one.hasTranscript(now)).findFirst()
                .orElseThrow();
        var meeting = client.users().byUserId(session.meeting().organiser().id()).onlineMeetings()
                .byOnlineMeetingId(session.meeting().id());
        var report = meeting.attendanceReports().byMeetingAttendanceReportId(session.reportId())
                .get(request -> request.queryParameters.expand = new String[] {"attendanceRecords"});
        assertThat(report.getAttendanceRecords()).hasSize(report.getTotalParticipantCount());
        assertThat(meeting.recordings().get().getValue()).anyMatch(recording -> recording.getCallId().equals(session.callId()));
        assertThat(meeting.transcripts().get().getValue().getFirst().getMeetingOrganizer().getUser().getId())
                .isEqualTo(session.meeting().organiser().id());
    }
}
