package app.lectern.demo.graph;

import app.lectern.demo.entra.Permissions;
import app.lectern.demo.entra.Tokens;
import java.time.Clock;
import java.util.Set;

/// Turns the `Authorization` header of a call into its [Caller], or refuses with the 401 that fits.
final class BearerCheck {

    private final Tokens tokens;
    private final Clock clock;
    private final Set<String> audiences;

    /// @param ownAddress this host's own address, another name of Graph as far as tokens go
    BearerCheck(Tokens tokens, Clock clock, String ownAddress) {
        this.tokens = tokens;
        this.clock = clock;
        this.audiences = Set.of("https://graph.microsoft.com", Permissions.GRAPH_APP_ID, ownAddress);
    }

    Caller caller(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7) || authorization.substring(7).isBlank()) {
            throw GraphRefusals.tokenMissing();
        }
        var text = authorization.substring(7).strip();
        if (text.split("\\.").length != 3) {
            throw GraphRefusals.tokenMalformed();
        }
        var token = tokens.read(text).orElseThrow(GraphRefusals::tokenForged);
        var now = clock.instant();
        if (now.isBefore(token.from()) || !now.isBefore(token.until())) {
            throw GraphRefusals.tokenExpired();
        }
        if (!audiences.contains(token.audience())) {
            throw GraphRefusals.wrongAudience();
        }
        return new Caller(token.appId(), token.userId(), token.userName(), token.roles(), token.scopes());
    }
}
