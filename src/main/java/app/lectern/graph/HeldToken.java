package app.lectern.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An access token while it is valid, and what can be read from it.
final class HeldToken {
    /// Renewed this long before its end, so that no request starts with a token that ends on the way.
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final String value;
    private final SignedIn signedIn;

    private HeldToken(String value, SignedIn signedIn) {
        this.value = value;
        this.signedIn = signedIn;
    }

    static HeldToken of(IAuthenticationResult result, Connection connection) {
        var claims = claims(result.accessToken());
        var tenant = claims.path("tid").asText(connection.tenant());
        var account = result.account() == null ? "" : result.account().username();
        var signedIn = new SignedIn(
                account == null || account.isEmpty() ? claims.path("upn").asText("") : account,
                claims.path("name").asText(""),
                tenant,
                connection.appOnly(),
                permissions(claims),
                result.expiresOnDate().toInstant());
        return new HeldToken(result.accessToken(), signedIn);
    }

    /// Graph's tokens are officially opaque; where this one is no JWT there is simply nothing to show.
    private static JsonNode claims(String token) {
        var parts = token.split("\\.");
        try {
            return parts.length < 2
                    ? MissingNode.getInstance()
                    : new JsonMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IOException | IllegalArgumentException opaque) {
            return MissingNode.getInstance();
        }
    }

    private static List<String> permissions(JsonNode claims) {
        var found = new ArrayList<String>();
        claims.path("roles").forEach(role -> found.add(role.asText()));
        var scopes = claims.path("scp").asText("").strip();
        if (!scopes.isEmpty()) {
            found.addAll(List.of(scopes.split("\\s+")));
        }
        found.sort(String.CASE_INSENSITIVE_ORDER);
        return found;
    }

    String value() {
        return value;
    }

    SignedIn signedIn() {
        return signedIn;
    }

    boolean validAt(Instant now) {
        return now.isBefore(signedIn.expires().minus(MARGIN));
    }

    @Override
    public String toString() {
        return "HeldToken[until " + signedIn.expires() + "]";
    }
}
