package app.lectern.integrations;

import app.lectern.integrations.AccountStanding.AccountState;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The account that stands in as organiser, per integration: set it as it is, or look first whether it can do the work.
public final class ServiceAccounts {
    private final Integrations integrations;
    private final AccountVerifier verifier;
    private final IntegrationRules rules;
    private final Clock clock;

    public ServiceAccounts(Integrations integrations, AccountVerifier verifier, Clock clock) {
        this.integrations = integrations;
        this.verifier = verifier;
        this.rules = new IntegrationRules(integrations, clock);
        this.clock = clock;
    }

    /// Saves the account without looking, as an unverified one.
    public Integration set(Integration of, String account) {
        var address = checked(account);
        var saved = integrations.update(of.organisingAs(address));
        integrations.keep(saved, new AccountStanding(AccountState.UNVERIFIED, address, Optional.empty(), Optional.empty()));
        return saved;
    }

    /// Looks first, and saves only an account that can organise. What is in its way is thrown as a ProblemException, and
    /// nothing is changed.
    public Integration setVerified(Integration of, String account) {
        var address = checked(account);
        verifier.obstacle(of, address).ifPresent(obstacle -> {
            throw obstacle.raise();
        });
        var saved = integrations.update(of.organisingAs(address));
        integrations.keep(saved, new AccountStanding(AccountState.VERIFIED, address, Optional.of(clock.instant()), Optional.empty()));
        return saved;
    }

    /// What is in the way of this account, without saving anything.
    public Optional<Problem> obstacle(Integration of, String account) {
        return verifier.obstacle(of, checked(account));
    }

    public Integration clear(Integration of) {
        var saved = integrations.update(of.organisingAs(""));
        integrations.keep(saved, AccountStanding.notSet());
        return saved;
    }

    /// Looks at the account that is set and keeps what was found.
    public AccountStanding check(Integration of) {
        if (of.serviceAccount().isBlank()) {
            return AccountStanding.notSet();
        }
        var standing = look(of);
        if (of.id() > 0) {
            integrations.keep(of, standing);
        }
        return standing;
    }

    private AccountStanding look(Integration of) {
        var now = Optional.of(clock.instant());
        try {
            var obstacle = verifier.obstacle(of, of.serviceAccount());
            return new AccountStanding(obstacle.isEmpty() ? AccountState.VERIFIED : AccountState.REFUSED, of.serviceAccount(), now, obstacle);
        } catch (ProblemException unable) {
            return new AccountStanding(AccountState.COULD_NOT_CHECK, of.serviceAccount(), now, Optional.of(unable.problem()));
        }
    }

    /// One line per integration, in the order of the list.
    public List<Line> list() {
        return integrations.list().stream().map(each -> new Line(each, integrations.account(each))).toList();
    }

    public record Line(Integration integration, AccountStanding standing) {}

    private String checked(String account) {
        rules.serviceAccount(account).ifPresent(fault -> {
            throw fault.problem().raise();
        });
        return account.strip();
    }
}
