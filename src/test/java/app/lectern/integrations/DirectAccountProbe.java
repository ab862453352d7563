package app.lectern.integrations;

import app.lectern.graph.About;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.util.Optional;

/// The shortest look at an account: is it in the tenant, may it sign in, has it a mailbox.
public final class DirectAccountProbe implements AccountVerifier {
    private final IntegrationAccess access;

    public DirectAccountProbe(IntegrationAccess access) {
        this.access = access;
    }

    @Override
    public Optional<Problem> obstacle(Integration integration, String account) {
        var graph = new AccountGraph(access.session(integration));
        var about = About.of("Integrations: verify service account").account(account);
        try {
            if (!graph.isEnabled(account, about)) {
                return Optional.of(Problem.of(Problem.Code.ACCOUNT_REFUSED).with("account", account)
                        .offering(app.lectern.problems.Remedy.openPage(access.pages(integration).users())));
            }
            graph.readCalendar(account, about);
            return Optional.empty();
        } catch (ProblemException refused) {
            return switch (refused.problem().code()) {
                case USER_UNKNOWN, MAILBOX_MISSING, MAILBOX_BLOCKED -> Optional.of(refused.problem());
                default -> throw refused;
            };
        }
    }
}
