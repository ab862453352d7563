package app.lectern.accounts;

import app.lectern.graph.GraphSession;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import java.util.List;
import java.util.function.Function;

/// Lists everybody in the directory who can organise Teams meetings: enabled members with plans for a mailbox and for Teams.
public final class OrganiserDirectory {
    private final AccountsGraph graph;

    public OrganiserDirectory(Function<Integration, GraphSession> sessions) {
        this.graph = new AccountsGraph(sessions, Sleeper.REAL);
    }

    public List<Account> everybody(Integration integration, Progress progress) {
        return graph.everybody(integration, progress).stream().filter(OrganiserDirectory::canOrganise).toList();
    }

    /// The person who signed in.
    public Account signedIn(Integration integration) {
        return graph.me(integration);
    }

    private static boolean canOrganise(Account account) {
        return account.enabled().orElse(true) && !account.isGuest()
                && hasPlan(account, ServicePlans.EXCHANGE) && hasPlan(account, ServicePlans.TEAMS);
    }

    private static boolean hasPlan(Account account, java.util.Set<String> plans) {
        return account.plans().stream().anyMatch(plan -> plan.active() && plans.contains(plan.planId()));
    }
}
