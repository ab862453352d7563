package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.accounts.EmailChain.Candidate;
import app.lectern.accounts.EmailChain.Role;
import app.lectern.accounts.EmailChain.Standing;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmailChainTest {
    private static final Map<Check, AccountReason> GOOD = Map.ofEntries(
            Map.entry(Check.ADDRESS, AccountReason.ADDRESS_FITS), Map.entry(Check.EXISTS, AccountReason.FOUND_BY_NAME),
            Map.entry(Check.ENABLED, AccountReason.SIGN_IN_ALLOWED), Map.entry(Check.MEMBERSHIP, AccountReason.MEMBER),
            Map.entry(Check.MAILBOX, AccountReason.MAILBOX_READY), Map.entry(Check.EXCHANGE_PLAN, AccountReason.PLAN_READY),
            Map.entry(Check.TEAMS_PLAN, AccountReason.PLAN_READY), Map.entry(Check.FILES_PLAN, AccountReason.PLAN_READY),
            Map.entry(Check.DRIVE, AccountReason.DRIVE_READY), Map.entry(Check.ACCESS_POLICY, AccountReason.POLICY_GRANTED),
            Map.entry(Check.TIME_ZONE, AccountReason.TIME_ZONE_KNOWN));

    private static Candidate candidate(Role role) {
        return with(role, Check.TIME_ZONE, AccountReason.TIME_ZONE_KNOWN);
    }

    private static Candidate with(Role role, Check check, AccountReason reason) {
        var findings = new ArrayList<Finding>();
        for (var each : Check.values()) {
            findings.add(Finding.of(each, each == check ? reason : GOOD.get(each), Asked.NOTHING));
        }
        var address = role.name().toLowerCase(java.util.Locale.ROOT) + "@a.example";
        return new Candidate(role, address, Optional.of(AccountReport.of(address, Optional.empty(), findings, Instant.EPOCH)));
    }

    private static Candidate notSet(Role role) {
        return new Candidate(role, "", Optional.empty());
    }

    private static List<Standing> standings(EmailChain chain) {
        return chain.links().stream().map(EmailChain.Link::standing).toList();
    }

    @Test
    void theSignedInUserWinsOverTheOwnerAndTheServiceAccount() {
        var chain = EmailChain.of(List.of(candidate(Role.SIGNED_IN_USER), candidate(Role.INTEGRATION_OWNER), candidate(Role.SERVICE_ACCOUNT)));
        assertThat(standings(chain)).containsExactly(Standing.WINS, Standing.NOT_NEEDED, Standing.NOT_NEEDED);
        assertThat(chain.organiser().address()).isEqualTo("signed_in_user@a.example");
    }

    @Test
    void whoDoesNotExistOrHasNoMailboxIsPassedOverWithTheReason() {
        var chain = EmailChain.of(List.of(with(Role.SIGNED_IN_USER, Check.EXISTS, AccountReason.NOT_FOUND),
                with(Role.INTEGRATION_OWNER, Check.MAILBOX, AccountReason.MAILBOX_WITHOUT_LICENCE), candidate(Role.SERVICE_ACCOUNT)));
        assertThat(standings(chain)).containsExactly(Standing.PASSED_OVER, Standing.PASSED_OVER, Standing.WINS);
        assertThat(chain.links()).extracting(link -> link.because().map(Finding::reason)).containsExactly(
                Optional.of(AccountReason.NOT_FOUND), Optional.of(AccountReason.MAILBOX_WITHOUT_LICENCE), Optional.empty());
    }

    @Test
    void whoIsNotSetIsNoReasonToStop() {
        var chain = EmailChain.of(List.of(notSet(Role.SIGNED_IN_USER), notSet(Role.INTEGRATION_OWNER), candidate(Role.SERVICE_ACCOUNT)));
        assertThat(standings(chain)).containsExactly(Standing.NOT_SET, Standing.NOT_SET, Standing.WINS);
    }

    @Test
    void limitsDoNotKeepAnAccountFromWinning() {
        assertThat(standings(EmailChain.of(List.of(with(Role.SIGNED_IN_USER, Check.DRIVE, AccountReason.DRIVE_FULL))))).containsExactly(Standing.WINS);
        assertThat(standings(EmailChain.of(List.of(with(Role.SIGNED_IN_USER, Check.ACCESS_POLICY, AccountReason.POLICY_MISSING)))))
                .containsExactly(Standing.WINS);
        assertThat(standings(EmailChain.of(List.of(with(Role.SIGNED_IN_USER, Check.MAILBOX, AccountReason.MAILBOX_SHARED)))))
                .containsExactly(Standing.WINS);
    }

    @Test
    void disabledAccountsGuestsAndAccountsWithoutTeamsArePassedOver() {
        assertThat(standings(EmailChain.of(List.of(with(Role.SIGNED_IN_USER, Check.ENABLED, AccountReason.DISABLED),
                with(Role.INTEGRATION_OWNER, Check.MEMBERSHIP, AccountReason.GUEST), with(Role.SERVICE_ACCOUNT, Check.TEAMS_PLAN, AccountReason.PLAN_PENDING)))))
                .containsExactly(Standing.PASSED_OVER, Standing.PASSED_OVER, Standing.PASSED_OVER);
    }

    @Test
    void whatCouldNotBeCheckedStopsTheChainInsteadOfBeingPassedOver() {
        var chain = EmailChain.of(List.of(with(Role.SIGNED_IN_USER, Check.MAILBOX, AccountReason.NOT_ANSWERED), candidate(Role.SERVICE_ACCOUNT)));
        assertThat(standings(chain)).containsExactly(Standing.UNDECIDED, Standing.NOT_NEEDED);
        assertThatThrownBy(chain::organiser).isInstanceOfSatisfying(ProblemException.class, failure -> {
            assertThat(failure.problem().code()).isEqualTo(Problem.Code.ORGANISER_UNDECIDED);
            assertThat(failure.problem().facts()).containsEntry("account", "signed_in_user@a.example");
        });
    }

    @Test
    void withoutAnyWinnerTheErrorSaysWhetherAnybodyWasSet() {
        assertThat(EmailChain.of(List.of(notSet(Role.SIGNED_IN_USER), notSet(Role.SERVICE_ACCOUNT))).problem().code())
                .isEqualTo(Problem.Code.ORGANISER_NOT_SET);
        assertThat(EmailChain.of(List.of(with(Role.SIGNED_IN_USER, Check.EXISTS, AccountReason.NOT_FOUND))).problem().code())
                .isEqualTo(Problem.Code.ORGANISER_NONE);
    }

    @Test
    void theOrderCanBeginWithAnother() {
        assertThat(new OrganiserOrder("", Role.SERVICE_ACCOUNT).roles())
                .containsExactly(Role.SERVICE_ACCOUNT, Role.SIGNED_IN_USER, Role.INTEGRATION_OWNER);
    }
}
