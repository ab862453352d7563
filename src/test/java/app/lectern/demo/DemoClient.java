package app.lectern.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/// A bare HTTPS client for tests that look at single answers of the demo tenant. It repeats nothing and follows nothing.
final class DemoClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private final DemoTenant tenant;
    private final OkHttpClient http;

    /// @param name a header's name, all in one map that ignores case
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            var values = headers.get(name);
            return values == null ? null : values.getFirst();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        JsonNode error() {
            return json().path("error");
        }
    }

    DemoClient(DemoTenant tenant) {
        this.tenant = tenant;
        this.http = trusting(tenant.authorityPem()).build();
    }

    static OkHttpClient.Builder trusting(String pem) {
        var certificates = new HandshakeCertificates.Builder().addTrustedCertificate(certificate(pem)).build();
        return new OkHttpClient.Builder().sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
                .followRedirects(false).retryOnConnectionFailure(false).callTimeout(Duration.ofSeconds(30))
                .connectionPool(new ConnectionPool(0, 1, java.util.concurrent.TimeUnit.MILLISECONDS));
    }

    static X509Certificate certificate(String pem) {
        try {
            var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        } catch (CertificateException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    OkHttpClient http() {
        return http;
    }

    Answer send(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            var body = response.body();
            return new Answer(response.code(), response.headers().toMultimap(), body == null ? new byte[0] : body.bytes());
        }
    }

    Answer get(String url, String... headers) throws IOException {
        var request = new Request.Builder().url(url);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    Answer form(String path, String... fields) throws IOException {
        var form = new FormBody.Builder();
        for (var i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return send(new Request.Builder().url(tenant.loginEndpoint() + path).post(form.build()).build());
    }

    /// The answer of the token endpoint to an application with a secret.
    Answer secretSignIn(String appId, String secret) throws IOException {
        return form(tenant.tenantId() + "/oauth2/v2.0/token", "grant_type", "client_credentials", "client_id", appId,
                "client_secret", secret, "scope", "https://graph.microsoft.com/.default");
    }

    /// A token of the application that may do everything.
    String token() throws IOException {
        var app = tenant.apps().complete();
        return secretSignIn(app.appId(), app.secret()).json().get("access_token").textValue();
    }

    Answer graph(String token, String pathAndQuery, String... headers) throws IOException {
        var all = new java.util.ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return get(tenant.graphEndpoint() + pathAndQuery, all.toArray(String[]::new));
    }

    Answer graphSend(String token, String method, String path, String body) throws IOException {
        return send(new Request.Builder().url(tenant.graphEndpoint() + path).header("Authorization", "Bearer " + token)
                .method(method, RequestBody.create(body, MediaType.get("application/json"))).build());
    }
}
