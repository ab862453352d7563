package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lectern.demo.faults.Fault;
import app.lectern.problems.ProblemText;
import app.lectern.vault.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the call log holds of each call, and what it must never hold.
class CallLogTest {
    private final Bench bench = new Bench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void everyAttemptIsKeptWithItsReason() {
        bench.tenant.faults().graph("GET", "/users/*").with(Fault.throttled("2"));
        bench.tenant.faults().graph("GET", "/users/*").with(Fault.reset());
        bench.asApp().ask(About.of("Accounts: check"), graph -> graph.users().byUserId(bench.lindqvist())
                .get(config -> config.queryParameters.select = new String[] {"id"}));
        var entry = bench.calls.getLast();
        assertThat(entry.connection()).isEqualTo("northfield");
        assertThat(entry.purpose()).isEqualTo("Accounts: check");
        assertThat(entry.method() + " " + entry.path()).isEqualTo("GET /users/{id}");
        assertThat(entry.status()).isEqualTo(200);
        assertThat(entry.attempts()).extracting(CallEntry.Attempt::status).containsExactly(429, 0, 200);
        assertThat(entry.attempts()).extracting(CallEntry.Attempt::reason).containsExactly("", "Retry-After", "back-off");
        assertThat(entry.attempts().get(1).fault()).isNotEmpty();
        assertThat(entry.requestId()).isNotEmpty();
        assertThat(entry.clientRequestId()).isNotEmpty();
        assertThat(entry.bytes()).isPositive();
    }

    @Test
    void tokenCallsStandUnderThePurposeThatNeededThem() {
        var session = bench.asApp();
        session.ask(About.of("Accounts: check"), graph -> graph.users().get());
        session.signIn().afresh();
        assertThat(bench.calls).filteredOn(entry -> entry.path().endsWith("/token"))
                .extracting(CallEntry::purpose).containsExactly("Accounts: check", "Sign-in");
        assertThat(bench.calls).extracting(CallEntry::path).contains("/{id}/oauth2/v2.0/token");
    }

    @Test
    void eachCallHasItsOwnClientRequestId() {
        var session = bench.asApp();
        session.ask(About.of("Test"), graph -> List.of(graph.users().get(), graph.users().get()));
        assertThat(bench.calls.stream().filter(entry -> entry.path().endsWith("/users")).map(CallEntry::clientRequestId).distinct())
                .hasSize(2);
    }

    @Test
    void callThatNeverLeftIsLoggedToo() {
        var session = bench.session(bench.tenant.apps().lectern(), new Credential.ClientSecret(Secret.of("wrong")));
        catchThrowable(() -> session.ask(About.of("Test"), graph -> graph.users().get()));
        assertThat(bench.calls).extracting(CallEntry::path).contains("/users");
    }

    @Test
    void secretsTokensAndNamesStayOutOfLogAndExceptions() {
        var canary = "canary~Secret-4711";
        var wrong = bench.session(bench.tenant.apps().lectern(), new Credential.ClientSecret(Secret.of(canary)));
        var refused = catchThrowable(wrong.signIn()::silently);
        var session = bench.asApp();
        var token = session.signIn().token();
        bench.tenant.faults().graph("GET", "/users**").always().with(Fault.serverError(500));
        var failed = catchThrowable(() -> session.ask(About.of("Test"), graph -> graph.users().byUserId("canary@northfield.example")
                .get(config -> config.queryParameters.expand = new String[] {"manager"})));
        bench.tenant.faults().clear();
        bench.tenant.faults().anywhere().always().with(Fault.reset());
        var lost = catchThrowable(() -> session.ask(About.of("Test"), graph -> graph.users().get()));
        var text = new ProblemText(Bench.words());
        for (var failure : List.of(refused, failed, lost)) {
            var problem = ((app.lectern.problems.ProblemException) failure).problem();
            assertThat(trace(failure) + problem + text.paragraph(problem)).doesNotContain(canary).doesNotContain(token);
        }
        assertThat(bench.calls.toString()).doesNotContain(canary, token, "canary@", "manager");
        assertThat(session.connection() + " " + wrong.connection().credential()).doesNotContain(canary)
                .doesNotContain(bench.tenant.apps().complete().secret());
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void onlyKnownWordsSurviveInAPath() {
        assertThat(PathMask.of(List.of("v1.0", "users", "a@b.example", "onlineMeetings", "MSo1", "recordings", "R1", "content")))
                .isEqualTo("/users/{id}/onlineMeetings/{id}/recordings/{id}/content");
        assertThat(PathMask.of(List.of("v1.0", "users", "x", "onlineMeetings", "getAllRecordings(meetingOrganizerUserId='x')", "delta")))
                .isEqualTo("/users/{id}/onlineMeetings/getAllRecordings(…)/delta");
        assertThat(PathMask.of(List.of("v1.0", "drives", "d", "root:", "Recordings", "Anna.mp4:", "content")))
                .isEqualTo("/drives/{id}/root:{path}/{id}/{id}/content");
    }
}
