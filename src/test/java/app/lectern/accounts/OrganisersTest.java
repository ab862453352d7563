package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.accounts.EmailChain.Role;
import app.lectern.accounts.EmailChain.Standing;
import app.lectern.demo.faults.Fault;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisersTest {
    @TempDir
    Path folder;

    private Northfield northfield;

    @BeforeEach
    void open() {
        northfield = new Northfield(folder);
    }

    @AfterEach
    void close() {
        northfield.close();
    }

    @Test
    void theServiceAccountOrganisesWhereNobodyBeforeItCan() throws Exception {
        var integration = northfield.integration(northfield.tenant.apps().complete(), Northfield.OYELARAN, Northfield.SERVICE);
        northfield.organisers.keep(integration, new OrganiserOrder("hi@nexlearn.example", Role.SIGNED_IN_USER));
        var chain = northfield.organisers.resolve(integration, Progress.NONE);
        assertThat(chain.links()).extracting(EmailChain.Link::standing)
                .containsExactly(Standing.PASSED_OVER, Standing.PASSED_OVER, Standing.WINS);
        assertThat(chain.organiser().objectId()).isEqualTo(northfield.id("lms-teams-service"));
        var text = new AccountText(northfield.words);
        assertThat(chain.links()).extracting(text::standing).containsExactly("Other tenant", "No mailbox", "Wins");
        assertThat(text.explains(chain.links().getLast())).isEqualTo("Passes all 6 checks, so it organises new meetings.");
    }

    @Test
    void theSignedInPersonComesFirst() throws Exception {
        var integration = northfield.signedIn(Northfield.MARTA, Northfield.OYELARAN, Northfield.SERVICE);
        var chain = northfield.organisers.resolve(integration, Progress.NONE);
        assertThat(chain.winner().orElseThrow().role()).isEqualTo(Role.SIGNED_IN_USER);
        assertThat(chain.organiser().address()).isEqualTo(Northfield.MARTA);
    }

    @Test
    void threeCandidatesCostThreeRoundTripsAndFreshResultsNone() throws Exception {
        var integration = northfield.integration(northfield.tenant.apps().complete(), Northfield.MARTA, Northfield.SERVICE);
        northfield.organisers.resolve(integration, Progress.NONE);
        assertThat(northfield.roundTrips()).hasSize(3);
        northfield.organisers.resolve(integration, Progress.NONE);
        assertThat(northfield.roundTrips()).hasSize(3);
        northfield.clock.advance(AccountVerifier.FRESH_FOR.plus(Duration.ofSeconds(1)));
        northfield.organisers.resolve(integration, Progress.NONE);
        assertThat(northfield.roundTrips()).hasSizeGreaterThan(3);
    }

    @Test
    void clearedResultsAreAskedAnew() throws Exception {
        var integration = northfield.integration(northfield.tenant.apps().complete(), "", Northfield.SERVICE);
        northfield.organisers.resolve(integration, Progress.NONE);
        northfield.verifier.forget(integration);
        assertThat(northfield.organisers.known(integration).links().getLast().standing()).isEqualTo(Standing.UNDECIDED);
        northfield.organisers.resolve(integration, Progress.NONE);
        assertThat(northfield.organisers.known(integration).links().getLast().standing()).isEqualTo(Standing.WINS);
    }

    @Test
    void anUnansweredCandidateIsAskedAgainAtOnce() throws Exception {
        var integration = northfield.integration(northfield.tenant.apps().complete(), "", Northfield.SERVICE);
        northfield.tenant.faults().graph("GET", "/users/*/mailboxSettings").times(1).with(Fault.serverError(500));
        assertThat(northfield.organisers.resolve(integration, Progress.NONE).links().getLast().standing()).isEqualTo(Standing.UNDECIDED);
        assertThat(northfield.organisers.resolve(integration, Progress.NONE).links().getLast().standing()).isEqualTo(Standing.WINS);
    }

    @Test
    void nobodySetIsAClearError() throws Exception {
        var chain = northfield.organisers.resolve(northfield.integration(), Progress.NONE);
        assertThatThrownBy(chain::organiser).isInstanceOfSatisfying(ProblemException.class,
                failure -> assertThat(failure.problem().code()).isEqualTo(Problem.Code.ORGANISER_NOT_SET));
        assertThat(northfield.organisers.order(northfield.integration())).isEqualTo(OrganiserOrder.USUAL);
    }
}
