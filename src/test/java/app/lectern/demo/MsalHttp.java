package app.lectern.demo;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Carries MSAL's requests over OkHttp and gives them back the port, which MSAL4J 1.26 drops from the authority when it
/// renews silently.
final class MsalHttp implements IHttpClient {

    private final OkHttpClient http;
    private final HttpUrl login;

    MsalHttp(DemoTenant tenant) {
        this.http = DemoClient.trusting(tenant.authorityPem()).build();
        this.login = HttpUrl.get(tenant.loginEndpoint());
    }

    record Answer(int statusCode, Map<String, List<String>> headers, String body) implements IHttpResponse {
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException {
        var url = HttpUrl.get(request.url().toString()).newBuilder().port(login.port()).build();
        var body = request.httpMethod() == HttpMethod.POST
                ? RequestBody.create(request.body(), MediaType.get("application/x-www-form-urlencoded")) : null;
        var builder = new Request.Builder().url(url).method(request.httpMethod().name(), body);
        request.headers().forEach(builder::header);
        try (var response = http.newCall(builder.build()).execute()) {
            return new Answer(response.code(), response.headers().toMultimap(), response.body().string());
        }
    }
}
