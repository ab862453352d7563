package app.lectern.integrations;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import com.microsoft.graph.models.PasswordCredential;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads Lectern's own app registration in a tenant.
final class ApplicationGraph {
    private final GraphSession session;

    ApplicationGraph(GraphSession session) {
        this.session = session;
    }

    /// When the secret that begins with these letters ends. Entra shows the first three of each; where none fits, the
    /// registration is another one's and nothing can be said, unless it has a single secret.
    Optional<Instant> secretEnds(String clientId, String firstLetters) {
        var app = session.ask(About.of("Integrations: read secret expiry").permission("Application.Read.All"),
                client -> client.applicationsWithAppId(clientId).get(with ->
                        with.queryParameters.select = new String[] {"id", "displayName", "passwordCredentials"}));
        var all = app.getPasswordCredentials() == null ? List.<PasswordCredential>of() : app.getPasswordCredentials();
        var fitting = all.stream().filter(one -> firstLetters.equals(one.getHint())).toList();
        var candidates = fitting.isEmpty() && all.size() == 1 ? all : fitting;
        return candidates.stream()
                .filter(one -> one.getEndDateTime() != null)
                .map(one -> one.getEndDateTime().toInstant())
                .max(Comparator.naturalOrder());
    }
}
