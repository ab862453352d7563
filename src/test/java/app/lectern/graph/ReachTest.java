package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.problems.Problem.Code;
import app.lectern.vault.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReachTest {
    private final Bench bench = new Bench();
    private final GraphParts parts = bench.parts();
    private final GraphSessions sessions = new GraphSessions(parts);
    private final List<String> told = new ArrayList<>();
    private GraphSession session;

    @BeforeEach
    void open() {
        sessions.reach().watch(told::add);
        var app = bench.tenant.apps().complete();
        session = sessions.open(bench.connection(app.appId(), new Credential.ClientSecret(Secret.of(app.secret()))), bench.network());
    }

    @AfterEach
    void close() {
        sessions.close();
        bench.close();
    }

    private Object users() {
        return session.ask(About.of("Test"), graph -> graph.users().get());
    }

    @Test
    void aConnectionIsInDoubtUntilAnythingAnswers() {
        users();
        assertThat(told).isEmpty();

        bench.tenant.faults().anywhere().always().with(Fault.reset());
        assertThat(Bench.problemOf(this::users).isUnreached()).isTrue();
        assertThat(session.canBeReached()).isFalse();
        assertThat(sessions.reach().doubt("northfield")).contains(URI.create(bench.tenant.graphEndpoint()).getAuthority());

        bench.tenant.faults().clear();
        assertThat(session.canBeReached()).isTrue();
        assertThat(sessions.reach().doubt("northfield")).isEmpty();
        assertThat(told).containsExactly("northfield", "northfield");
    }

    @Test
    void aRefusalIsAnAnswer() {
        bench.tenant.faults().graph("GET", "/users").with(Fault.serverError(500));
        assertThat(Bench.problemOf(this::users).code()).isEqualTo(Code.SERVICE_DOWN);
        assertThat(told).isEmpty();
    }

    @Test
    void aHostOfFilesThatIsDownIsNoDoubtOfTheRest() {
        users();
        var fetched = Bench.problemOf(() -> session.downloads().whole(About.of("Test"), URI.create("https://127.0.0.1:1/file")));
        assertThat(fetched.isUnreached()).isTrue();
        assertThat(told).isEmpty();
    }
}
