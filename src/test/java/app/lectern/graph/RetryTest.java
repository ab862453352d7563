package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.problems.Problem.Code;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.UserCollectionResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The one retry policy, through the real SDK against a tenant that throttles and stumbles.
class RetryTest {
    private final Bench bench = new Bench();
    private final GraphSession session = bench.asApp();

    @AfterEach
    void stop() {
        session.close();
        bench.close();
    }

    private UserCollectionResponse users(About about) {
        return session.ask(about, graph -> graph.users().get());
    }

    private UserCollectionResponse users() {
        return users(About.of("Accounts: check"));
    }

    private void createCalendar(boolean marked) {
        session.ask(About.of("Test"), graph -> {
            var calendar = new com.microsoft.graph.models.Calendar();
            calendar.setName("Project Deliverables");
            return graph.users().byUserId(bench.teacher()).calendars().post(calendar, config -> {
                if (marked) {
                    config.options.add(IdempotentWrite.MARK);
                }
            });
        });
    }

    @Test
    void retryAfterWinsOverTheOwnPauses() {
        bench.tenant.faults().graph("GET", "/users").with(Fault.throttled("7"));
        bench.tenant.faults().graph("GET", "/users").with(Fault.throttled("2.128"));
        bench.tenant.faults().graph("GET", "/users").with(Fault.throttled(null));
        assertThat(users().getValue()).isNotEmpty();
        assertThat(bench.pauses.subList(0, 2)).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(2128));
        assertThat(bench.pauses.get(2)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    @Test
    void longRetryAfterIsNotWaitedOutButTold() {
        bench.tenant.faults().graph("GET", "/users").always().with(Fault.throttled("7200"));
        var problem = Bench.problemOf(this::users);
        assertThat(problem.code()).isEqualTo(Code.THROTTLED);
        assertThat(problem.facts()).containsEntry("until", "2 h 0 min");
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void serviceThatIsDownForAMomentIsNotNoticed() {
        bench.tenant.faults().graph("GET", "/users").times(2).with(Fault.serverError(503));
        var waits = new ArrayList<Waiting>();
        assertThat(users(About.of("Test").watchedBy(waits::add)).getValue()).isNotEmpty();
        assertThat(bench.pauses).hasSize(2);
        assertThat(waits).extracting(Waiting::attempt).containsExactly(2, 3);
        assertThat(waits).extracting(Waiting::reason).containsOnly("503");
    }

    @Test
    void fourthRefusalIsTheLast() {
        bench.tenant.faults().graph("GET", "/users").always().with(Fault.serverError(504));
        var problem = Bench.problemOf(this::users);
        assertThat(problem.code()).isEqualTo(Code.SERVICE_DOWN);
        assertThat(problem.evidence().requestId()).isNotEmpty();
        assertThat(bench.tenant.requests().count("GET", "/users")).isEqualTo(4);
    }

    @Test
    void otherRefusalsAreNotRepeated() {
        bench.tenant.faults().graph("GET", "/users").always().with(Fault.serverError(500));
        Bench.problemOf(this::users);
        assertThat(bench.tenant.requests().count("GET", "/users")).isEqualTo(1);
    }

    @Test
    void unmarkedPostIsSentOnceEvenWhenTheServerSaysAtOnce() {
        session.signIn().silently();
        bench.tenant.faults().graph("POST", "/users/*/calendars").always().with(Fault.throttled("0"));
        assertThat(Bench.problemOf(() -> {
            createCalendar(false);
            return null;
        }).code()).isEqualTo(Code.THROTTLED);
        assertThat(bench.tenant.requests().count("POST", "/calendars")).isEqualTo(1);
        bench.tenant.faults().clear();
        bench.tenant.faults().graph("POST", "/users/*/calendars").always().with(
                Fault.instead(app.lectern.demo.http.HttpReply.empty(503).withHeader("Retry-After", "0")));
        Bench.problemOf(() -> {
            createCalendar(false);
            return null;
        });
        assertThat(bench.tenant.requests().count("POST", "/calendars")).isEqualTo(2);
    }

    @Test
    void unmarkedPostIsNotRepeatedAfterAReset() {
        session.signIn().silently();
        bench.tenant.faults().graph("POST", "/users/*/calendars").with(Fault.reset());
        assertThat(Bench.problemOf(() -> {
            createCalendar(false);
            return null;
        }).code()).isEqualTo(Code.CONNECTION_LOST);
        assertThat(bench.tenant.requests().count("POST", "/calendars")).isEqualTo(1);
    }

    @Test
    void markedPostIsRepeated() {
        bench.tenant.faults().graph("POST", "/users/*/calendars").times(2).with(Fault.serverError(503));
        createCalendar(true);
        assertThat(bench.tenant.requests().count("POST", "/calendars")).isEqualTo(3);
    }

    @Test
    void eventWithTransactionIdIsRepeated() {
        bench.tenant.faults().graph("POST", "/users/*/events").with(Fault.serverError(503));
        var created = session.ask(About.of("Test"), graph -> {
            var event = new Event();
            event.setSubject("Waves");
            event.setTransactionId("6f1d2c4e-0000-4000-8000-000000000001");
            event.setStart(at("2026-12-01T09:00:00"));
            event.setEnd(at("2026-12-01T10:00:00"));
            return graph.users().byUserId(bench.teacher()).events().post(event);
        });
        assertThat(created.getId()).isNotEmpty();
        assertThat(bench.pauses).hasSize(1);
    }

    private static com.microsoft.graph.models.DateTimeTimeZone at(String time) {
        var zoned = new com.microsoft.graph.models.DateTimeTimeZone();
        zoned.setDateTime(time);
        zoned.setTimeZone("UTC");
        return zoned;
    }

    @Test
    void expiredTokenIsRenewedOnce() {
        users();
        bench.tenant.signIn().expireAccessTokens();
        assertThat(users().getValue()).isNotEmpty();
        assertThat(bench.tenant.requests().count("POST", "/token")).isEqualTo(2);
        bench.tenant.faults().graph("GET", "/users").always().with(Fault.of(GraphRefusals.tokenExpired()));
        assertThat(Bench.problemOf(this::users).code()).isEqualTo(Code.TOKEN_REFUSED);
        assertThat(bench.tenant.requests().count("POST", "/token")).isEqualTo(3);
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void demandForMoreClaimsIsPassedToEntraAndThenExplained() {
        bench.tenant.faults().graph("GET", "/users").with(Fault.of(GraphRefusals.insufficientClaims()));
        assertThat(users().getValue()).isNotEmpty();
        bench.tenant.faults().graph("GET", "/users").always().with(Fault.of(GraphRefusals.insufficientClaims()));
        assertThat(Bench.problemOf(this::users).code()).isEqualTo(Code.MFA_REQUIRED);
    }

    @Test
    void interruptEndsTheWait() throws Exception {
        var waiting = new CompletableFuture<Void>();
        var parts = new GraphParts(CallLog.NONE, bench.tokens, new MailboxGate(), java.time.Clock.systemUTC(), pause -> {
            waiting.complete(null);
            Thread.sleep(pause);
        }, Bench.words());
        var patient = new GraphSessions(parts).trial(session.connection(), bench.network());
        bench.tenant.faults().graph("GET", "/users").always().with(Fault.throttled("200"));
        var ended = new CompletableFuture<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                patient.ask(About.of("Test"), graph -> graph.users().get());
                ended.complete(null);
            } catch (RuntimeException failure) {
                ended.complete(failure);
            }
        });
        waiting.get(20, TimeUnit.SECONDS);
        thread.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    @Test
    void everyRequestPrefersUnabridgedEnumsAndLastingIds() {
        session.ask(About.of("Test"), graph -> graph.users().byUserId(bench.teacher()).events()
                .get(config -> config.headers.add("Prefer", "outlook.timezone=\"Europe/London\"")));
        var sent = bench.tenant.requests().matching("GET", "/events").getLast().prefer();
        assertThat(sent).contains("outlook.timezone=\"Europe/London\"")
                .contains("include-unknown-enum-members").contains("IdType=\"ImmutableId\"");
    }

    @Test
    void retryAfterIsReadInAllItsForms() {
        var now = java.time.Instant.parse("2026-11-21T10:00:00Z");
        assertThat(RetryAfter.parse("120", now)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("0.5", now)).hasValue(Duration.ofMillis(500));
        assertThat(RetryAfter.parse("Sat, 21 Nov 2026 10:01:30 GMT", now)).hasValue(Duration.ofSeconds(90));
        assertThat(RetryAfter.parse("Sat, 21 Nov 2026 09:00:00 GMT", now)).hasValue(Duration.ZERO);
        assertThat(RetryAfter.parse("-3", now)).isEmpty();
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
    }
}
