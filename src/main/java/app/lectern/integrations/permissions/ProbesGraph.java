package app.lectern.integrations.permissions;

import app.lectern.graph.About;
import app.lectern.graph.BatchCall;
import app.lectern.graph.BatchOutcome;
import app.lectern.graph.GraphSession;
import app.lectern.jobs.Progress;
import app.lectern.problems.ProblemException;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.OnlineMeetingCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// The harmless requests behind the permission report: each reads one small thing. Paths are made here and handed to the
/// SDK whole, because its own way to `/me` is a placeholder that one of its HTTP handlers replaces.
final class ProbesGraph {
    private static final String PURPOSE = "Integrations: check permissions";
    private static final String NO_SUCH_THREAD = "19:meeting_lecternprobe@thread.v2";

    private final GraphSession session;
    private final Clock clock;
    private final boolean appOnly;
    private final String root;

    ProbesGraph(GraphSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.appOnly = session.connection().appOnly();
        this.root = session.connection().cloud().apiRoot();
    }

    ProbeAnswer ask(Probe probe, ProbeSubject of) {
        return switch (probe) {
            case CALENDAR -> run("/calendar", of, "$select=id,allowedOnlineMeetingProviders",
                    url -> client -> discard(client.users().byUserId("me").calendar().withUrl(url).get()));
            case MEETING -> meeting(of);
            case ATTENDANCE -> ofMeeting("/attendanceReports", of,
                    url -> client -> discard(anyMeeting(client).attendanceReports().withUrl(url).get()));
            case RECORDINGS -> ofMeeting("/recordings", of, url -> client -> discard(anyMeeting(client).recordings().withUrl(url).get()));
            case TRANSCRIPTS -> ofMeeting("/transcripts", of, url -> client -> discard(anyMeeting(client).transcripts().withUrl(url).get()));
            case DRIVE -> run("/drive", of, "$select=id,quota", url -> client -> discard(client.users().byUserId("me").drive().withUrl(url).get()));
            case MAILBOX_SETTINGS -> run("/mailboxSettings", of, "$select=timeZone",
                    url -> client -> discard(client.users().byUserId("me").mailboxSettings().withUrl(url).get()));
            case CALL_RECORDS -> callRecords();
            case USERS -> tenant("/users", "$top=1&$select=id", url -> client -> discard(client.users().withUrl(url).get()));
            case LICENCES -> tenant("/subscribedSkus", "$select=id", url -> client -> discard(client.subscribedSkus().withUrl(url).get()));
            case APPLICATION -> application();
            case ORGANISATION -> tenant("/organization", "$select=id", url -> client -> discard(client.organization().withUrl(url).get()));
            case CHATS, MESSAGES, CHANNELS, TEAMS, CALL_RECORDINGS, CHANGE_FILES -> throw new IllegalArgumentException("there is no such probe");
        };
    }

    private static com.microsoft.graph.users.item.onlinemeetings.item.OnlineMeetingItemRequestBuilder anyMeeting(GraphServiceClient client) {
        return client.users().byUserId("me").onlineMeetings().byOnlineMeetingId("any");
    }

    private static String discard(Object answer) {
        return "";
    }

    /// Finds a meeting by its join link; the answer carries its id.
    private ProbeAnswer meeting(ProbeSubject of) {
        var link = of.joinLink().isEmpty() ? unusedLink(of) : of.joinLink();
        var filter = "$filter=" + encoded("JoinWebUrl eq '" + link.replace("'", "''") + "'");
        return run("/onlineMeetings", of, filter, url -> client -> {
            var found = client.users().byUserId("me").onlineMeetings().withUrl(url).get();
            return found == null || found.getValue() == null || found.getValue().isEmpty() ? "" : found.getValue().getFirst().getId();
        });
    }

    private ProbeAnswer ofMeeting(String what, ProbeSubject of, Function<String, Function<GraphServiceClient, String>> call) {
        var meeting = of.meetingId().isEmpty() ? unusedMeeting(of) : of.meetingId();
        return asked("GET " + person() + "/onlineMeetings/{id}" + what,
                root + owner(of) + "/onlineMeetings/" + encoded(meeting) + what, of.address(), call);
    }

    /// A link of the right shape that belongs to no meeting: whether the app may look comes before whether there is one.
    private String unusedLink(ProbeSubject of) {
        return "https://teams.microsoft.com/l/meetup-join/" + encoded(NO_SUCH_THREAD) + "/0?context="
                + encoded("{\"Tid\":\"" + session.connection().tenant() + "\",\"Oid\":\"" + of.id() + "\"}");
    }

    private static String unusedMeeting(ProbeSubject of) {
        return Base64.getEncoder().encodeToString(("1*" + of.id() + "*0**" + NO_SUCH_THREAD).getBytes(StandardCharsets.US_ASCII));
    }

    private ProbeAnswer callRecords() {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var filter = "$filter=" + encoded("startDateTime ge " + now.minus(Duration.ofHours(1)) + " and startDateTime lt " + now);
        return tenant("/communications/callRecords", filter, url -> client -> discard(client.communications().callRecords().withUrl(url).get()));
    }

    private ProbeAnswer application() {
        return asked("GET /applications(appId='{id}')", root + "/applications(appId='" + encoded(session.connection().clientId())
                        + "')?$select=id", "",
                url -> client -> discard(client.applicationsWithAppId("any").withUrl(url).get()));
    }

    private ProbeAnswer tenant(String path, String query, Function<String, Function<GraphServiceClient, String>> call) {
        return asked("GET " + path, root + path + "?" + query, "", call);
    }

    private ProbeAnswer run(String path, ProbeSubject of, String query, Function<String, Function<GraphServiceClient, String>> call) {
        return asked("GET " + person() + path, root + owner(of) + path + "?" + query, of.address(), call);
    }

    private String person() {
        return appOnly ? "/users/{id}" : "/me";
    }

    private String owner(ProbeSubject of) {
        return appOnly ? "/users/" + encoded(of.id()) : "/me";
    }

    private ProbeAnswer asked(String request, String url, String account, Function<String, Function<GraphServiceClient, String>> call) {
        var at = clock.instant();
        long began = System.nanoTime();
        var about = account.isEmpty() ? About.of(PURPOSE) : About.of(PURPOSE).account(account);
        try {
            var found = session.ask(about, client -> call.apply(url).apply(client));
            return new ProbeAnswer(new ProbeEvidence(request, 200, "", "", at, since(began)), Optional.empty(), found == null ? "" : found);
        } catch (ProblemException refused) {
            var seen = refused.problem().evidence();
            return new ProbeAnswer(new ProbeEvidence(request, seen.status(), seen.code(), seen.requestId(), at, since(began)),
                    Optional.of(refused.problem()), "");
        }
    }

    /// [Probe#MEETING] for many accounts at once, in the order of the accounts; twenty travel together.
    List<ProbeAnswer> meetings(List<ProbeSubject> some, Progress progress) {
        var calls = some.stream()
                .map(one -> BatchCall.of(session.client().users().byUserId(one.id()).onlineMeetings().toGetRequestInformation(with ->
                                with.queryParameters.filter = "JoinWebUrl eq '" + unusedLink(one).replace("'", "''") + "'"),
                        OnlineMeetingCollectionResponse::createFromDiscriminatorValue).about(About.of(PURPOSE).account(one.address())))
                .toList();
        return session.batch().run(About.of(PURPOSE), calls, progress).stream().map(this::answered).toList();
    }

    private ProbeAnswer answered(BatchOutcome<OnlineMeetingCollectionResponse> outcome) {
        var request = "GET /users/{id}/onlineMeetings";
        return switch (outcome) {
            case BatchOutcome.Done<OnlineMeetingCollectionResponse> done ->
                new ProbeAnswer(new ProbeEvidence(request, done.status(), "", "", clock.instant(), Duration.ZERO), Optional.empty(), "");
            case BatchOutcome.Failed<OnlineMeetingCollectionResponse> failed -> {
                var seen = failed.problem().evidence();
                yield new ProbeAnswer(new ProbeEvidence(request, seen.status(), seen.code(), seen.requestId(), clock.instant(), Duration.ZERO),
                        Optional.of(failed.problem()), "");
            }
            case BatchOutcome.NotSent<OnlineMeetingCollectionResponse> _ -> throw new CancellationException();
        };
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// The account by its address, with the object id that the meetings' paths need.
    ProbeSubject subject(String address) {
        var url = root + (appOnly ? "/users/" + encoded(address) : "/me") + "?$select=id,userPrincipalName";
        var user = session.ask(About.of(PURPOSE).account(address), client -> client.users().byUserId("me").withUrl(url).get());
        return new ProbeSubject(appOnly ? address : user.getUserPrincipalName(), user.getId(), "", "");
    }

    /// Enabled accounts with Teams and a mailbox, at most so many.
    List<ProbeSubject> organisers(int limit) {
        return session.ask(About.of(PURPOSE), client -> client.users().get(with -> {
            with.queryParameters.select = new String[] {"id", "userPrincipalName", "mail", "accountEnabled", "assignedPlans"};
            with.queryParameters.top = limit;
        })).getValue().stream()
                .filter(ProbesGraph::mayOrganise)
                .map(user -> new ProbeSubject(user.getUserPrincipalName(), user.getId(), "", ""))
                .toList();
    }

    private static boolean mayOrganise(User user) {
        return Boolean.TRUE.equals(user.getAccountEnabled()) && user.getMail() != null && hasPlan(user, "TeamspaceAPI") && hasPlan(user, "exchange");
    }

    private static boolean hasPlan(User user, String service) {
        return user.getAssignedPlans() != null && user.getAssignedPlans().stream()
                .anyMatch(plan -> service.equalsIgnoreCase(plan.getService()) && "Enabled".equalsIgnoreCase(plan.getCapabilityStatus()));
    }

    /// The join link of a meeting that the account organised in the last four weeks; empty when none is found or the
    /// calendar cannot be read.
    String joinLink(ProbeSubject of) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            return session.ask(About.of(PURPOSE).account(of.address()), client -> firstLink(client, of, now.minus(Duration.ofDays(28)), now));
        } catch (ProblemException unreadable) {
            return "";
        }
    }

    private String firstLink(GraphServiceClient client, ProbeSubject of, Instant from, Instant until) {
        var url = root + owner(of) + "/calendarView?startDateTime=" + from + "&endDateTime=" + until
                + "&$select=isOnlineMeeting,isOrganizer,onlineMeeting&$top=50";
        return client.users().byUserId("me").calendarView().withUrl(url).get().getValue().stream()
                .filter(event -> Boolean.TRUE.equals(event.getIsOrganizer()) && event.getOnlineMeeting() != null)
                .map(Event::getOnlineMeeting)
                .filter(meeting -> meeting.getJoinUrl() != null)
                .map(com.microsoft.graph.models.OnlineMeetingInfo::getJoinUrl)
                .findFirst()
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
