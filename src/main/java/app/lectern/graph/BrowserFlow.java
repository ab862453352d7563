package app.lectern.graph;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.Prompt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// Authorization code with PKCE: MSAL makes the page's address and redeems the code, [BrowserReturn] waits in between.
final class BrowserFlow {
    /// How long the page may stay open; people look for their telephone.
    private static final int SECONDS = 15 * 60;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Connection connection;
    private final SignInPages pages;
    private final SecureRandom random = new SecureRandom();

    BrowserFlow(Connection connection, SignInPages pages) {
        this.connection = connection;
        this.pages = pages;
    }

    HeldToken run(MsalFlow flow, PageOpener opener) throws Exception {
        var verifier = unguessable();
        var state = unguessable();
        var scopes = Set.of(connection.cloud().scope());
        var app = flow.person();
        try (var waiting = new BrowserReturn(state, pages)) {
            var page = app.getAuthorizationRequestUrl(AuthorizationRequestUrlParameters
                    .builder(waiting.address().toString(), scopes)
                    .codeChallenge(challenge(verifier))
                    .codeChallengeMethod("S256")
                    .state(state)
                    .prompt(Prompt.SELECT_ACCOUNT)
                    .build());
            open(opener, page.toURI());
            var code = AuthorizationCodeParameters.builder(waiting.code(SECONDS), waiting.address())
                    .scopes(scopes)
                    .codeVerifier(verifier)
                    .build();
            return flow.held(flow.await(app.acquireToken(code)));
        } catch (TimeoutException nobodyCame) {
            throw Problem.of(Problem.Code.SIGN_IN_NEEDED).raise(nobodyCame);
        }
    }

    private static void open(PageOpener opener, URI page) {
        try {
            opener.open(page);
        } catch (ProblemException known) {
            throw known;
        } catch (RuntimeException failure) {
            throw Problem.of(Problem.Code.BROWSER_UNAVAILABLE).raise(failure);
        }
    }

    private String unguessable() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    private static String challenge(String verifier) throws java.security.NoSuchAlgorithmException {
        return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }
}
