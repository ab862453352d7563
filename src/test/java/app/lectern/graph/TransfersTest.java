package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.http.HttpReply;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem.Code;
import com.microsoft.graph.models.User;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pages, deltas, raw answers, and bytes from the storage host.
class TransfersTest {
    private final Bench bench = new Bench();
    private final GraphSession session = bench.asApp();

    @AfterEach
    void stop() {
        session.close();
        bench.close();
    }

    @Test
    void allPagesAreFollowed() {
        var everybody = session.ask(About.of("Test"), graph -> Paging.all(
                graph.users().get(config -> config.queryParameters.top = 7),
                link -> graph.users().withUrl(link).get(), page -> page.getValue(), Progress.NONE));
        assertThat(everybody).extracting(User::getId).doesNotHaveDuplicates()
                .hasSize(bench.tenant.school().people().all().size());
    }

    @Test
    void emptyPageWithANextLinkIsNotTheEnd() {
        bench.tenant.faults().graph("GET", "/users").with(Fault.instead(HttpReply.text(200, "application/json",
                "{\"value\":[],\"@odata.nextLink\":\"" + bench.tenant.graphEndpoint() + "/users?$top=3&skipToken=x%3ay\"}")));
        var links = new ArrayList<String>();
        session.ask(About.of("Test"), graph -> {
            Paging.walk(graph.users().get(), link -> {
                links.add(link);
                return graph.users().withUrl(bench.tenant.graphEndpoint() + "/users?$top=999").get();
            }, page -> {}, Progress.NONE);
            return null;
        });
        assertThat(links).containsExactly(bench.tenant.graphEndpoint() + "/users?$top=3&skipToken=x%3ay");
    }

    @Test
    void interruptEndsBetweenPages() {
        var seen = new ArrayList<Integer>();
        assertThatThrownBy(() -> session.ask(About.of("Test"), graph -> {
            Paging.walk(graph.users().get(config -> config.queryParameters.top = 5),
                    link -> graph.users().withUrl(link).get(), page -> {
                        seen.add(page.getValue().size());
                        Thread.currentThread().interrupt();
                    }, Progress.NONE);
            return null;
        })).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).containsExactly(5);
    }

    @Test
    void forgottenDeltaAsksForAFreshStart() {
        bench.tenant.faults().graph("GET", "/users/*/calendarView/delta**").with(
                Fault.of(app.lectern.demo.graph.GraphRefusal.of(410, "SyncStateNotFound", "The sync state is not found.")));
        var problem = Bench.problemOf(() -> session.ask(About.of("Test"), graph -> graph.users().byUserId(bench.teacher())
                .calendarView().delta().withUrl(bench.tenant.graphEndpoint() + "/users/" + bench.teacher() + "/calendarView/delta?$deltatoken=old")
                .get()));
        assertThat(problem.code()).isEqualTo(Code.SYNC_RESTART);
    }

    @Test
    void deltaEndsInItsLink() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var link = session.ask(About.of("Test"), graph -> {
            var delta = graph.users().byUserId(bench.teacher()).calendarView().delta();
            return Paging.walkDelta(delta.get(config -> {
                config.queryParameters.startDateTime = now.minus(7, ChronoUnit.DAYS).toString();
                config.queryParameters.endDateTime = now.plus(7, ChronoUnit.DAYS).toString();
            }), next -> delta.withUrl(next).get(), page -> {}, Progress.NONE);
        });
        assertThat(link).startsWith("https://").contains("deltatoken");
    }

    @Test
    void recordingsOfAnOrganiserAreFoundByTheAddressTheSdkCannotMake() {
        var until = Instant.now();
        var url = session.urls().allRecordings(bench.teacher(), until.minus(60, ChronoUnit.DAYS), until);
        assertThat(url).contains("getAllRecordings(meetingOrganizerUserId='" + bench.teacher() + "',startDateTime=");
        var found = session.ask(About.of("Test"), graph -> graph.users().byUserId(bench.teacher()).onlineMeetings()
                .getAllRecordingsmeetingOrganizerUserIdMeetingOrganizerUserIdWithStartDateTimeWithEndDateTime().withUrl(url).get());
        assertThat(found.getValue()).isNotNull();
    }

    @Test
    void enumThatTheSdkDoesNotKnowIsKeptInTheRawAnswer() {
        bench.tenant.faults().graph("GET", "/users/*/events/x").with(Fault.instead(HttpReply.text(200, "application/json",
                "{\"id\":\"x\",\"sensitivity\":\"brandNewKind\"}")));
        var raw = RawAnswer.wanted();
        var event = session.ask(About.of("Test"), graph -> graph.users().byUserId(bench.teacher()).events().byEventId("x")
                .get(config -> config.options.add(raw)));
        assertThat(event.getSensitivity()).isNull();
        assertThat(raw.text("/sensitivity")).isEqualTo("brandNewKind");
    }

    private URI storage(HttpReply reply) {
        bench.tenant.faults().storage().with(Fault.instead(reply));
        return URI.create("https://127.0.0.1:" + URI.create(bench.tenant.loginEndpoint()).getPort() + "/storage/x");
    }

    @Test
    void wholePartAndBeyondTheEndAreToldApart() throws IOException {
        var whole = HttpReply.text(200, "video/mp4", "0123456789").withHeader("ETag", "\"e1\"");
        try (var got = session.downloads().from(About.of("Test"), storage(whole), 4, "\"e0\"")) {
            assertThat(got).isInstanceOf(Fetched.Whole.class);
            assertThat(((Fetched.Whole) got).bytes().readAllBytes()).hasSize(10);
            assertThat(((Fetched.Whole) got).etag()).isEqualTo("\"e1\"");
        }
        var part = HttpReply.text(206, "video/mp4", "456789").withHeader("Content-Range", "bytes 4-9/10");
        try (var got = session.downloads().from(About.of("Test"), storage(part), 4, "")) {
            assertThat(got).isInstanceOfSatisfying(Fetched.Part.class, found -> assertThat(found.total()).isEqualTo(10));
        }
        var beyond = HttpReply.empty(416).withHeader("Content-Range", "bytes */10");
        assertThat(session.downloads().from(About.of("Test"), storage(beyond), 99, "")).isEqualTo(new Fetched.OutOfRange(10));
        var other = HttpReply.text(206, "video/mp4", "01").withHeader("Content-Range", "bytes 0-1/10");
        assertThat(Bench.problemOf(() -> session.downloads().from(About.of("Test"), storage(other), 4, "")).code())
                .isEqualTo(Code.ANSWER_UNREADABLE);
        assertThat(bench.tenant.requests().matching("GET", "/storage/").getFirst().range()).isEqualTo("bytes=4-");
    }

    @Test
    void expiredAddressIsNamedAndSentNoToken() {
        assertThat(Bench.problemOf(() -> session.downloads().whole(About.of("Test"), storage(HttpReply.empty(403)))).code())
                .isEqualTo(Code.DOWNLOAD_LINK_EXPIRED);
        assertThat(List.of(bench.calls.getLast().path(), bench.calls.getLast().method())).containsExactly("/{id}/{id}", "GET");
    }
}
