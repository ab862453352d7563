package app.lectern.integrations;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;

/// Reads as little of an account as shows that it can organise.
final class AccountGraph {
    private final GraphSession session;

    AccountGraph(GraphSession session) {
        this.session = session;
    }

    /// Whether the account may sign in. Graph leaves the answer out for who may not see it; then it counts as enabled.
    boolean isEnabled(String account, About about) {
        var user = session.ask(about, client -> client.users().byUserId(account).get(with ->
                with.queryParameters.select = new String[] {"id", "accountEnabled"}));
        return !Boolean.FALSE.equals(user.getAccountEnabled());
    }

    void readCalendar(String account, About about) {
        session.ask(about, client -> client.users().byUserId(account).calendar().get(with ->
                with.queryParameters.select = new String[] {"id", "allowedOnlineMeetingProviders"}));
    }
}
