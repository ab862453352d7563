package app.lectern.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// Puts the token on requests to Graph and on no others. A 401, or a demand for further claims, is answered by one
/// forced renewal; the second refusal is the caller's to explain.
final class BearerToken implements Interceptor {
    private static final Pattern CLAIMS = Pattern.compile("claims=\"([^\"]+)\"");

    private final SignIn signIn;
    private final HttpUrl graph;
    private final JsonMapper json = new JsonMapper();

    BearerToken(SignIn signIn, Cloud cloud) {
        this.signIn = signIn;
        this.graph = HttpUrl.get(cloud.graph().toString());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        if (!forGraph(request)) {
            return chain.proceed(request);
        }
        var token = signIn.token();
        var response = chain.proceed(with(request, token));
        var claims = claims(response);
        boolean worthRenewing = response.code() == 401 || response.code() == 403 && claims.isPresent();
        if (!worthRenewing || request.body() != null && request.body().isOneShot()) {
            return response;
        }
        response.close();
        CallTrace.of(request).waits(Duration.ZERO, "new token");
        return chain.proceed(with(request, signIn.tokenInPlaceOf(token, claims)));
    }

    private boolean forGraph(Request request) {
        return request.isHttps() == graph.isHttps() && request.url().host().equals(graph.host()) && request.url().port() == graph.port();
    }

    private static Request with(Request request, String token) {
        return request.newBuilder().header("Authorization", "Bearer " + token).build();
    }

    private Optional<String> claims(Response response) {
        for (var challenge : response.headers("WWW-Authenticate")) {
            var found = CLAIMS.matcher(challenge);
            if (found.find()) {
                return decoded(found.group(1));
            }
        }
        return Optional.empty();
    }

    private Optional<String> decoded(String claims) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(claims.replace('+', '-').replace('/', '_').replace("=", "")),
                    StandardCharsets.UTF_8);
            return json.readTree(text).isObject() ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
