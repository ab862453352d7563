package app.lectern.graph;

import app.lectern.vault.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/// Answers a proxy's question for name and password with Basic, once. A second question means that it did not like them.
final class ProxySignIn implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    private final String user;
    private final Secret password;

    ProxySignIn(String user, Secret password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public Request authenticate(Route route, Response response) throws IOException {
        // OkHttp asks before it connects, with a challenge of its own making
        boolean beforehand = response.challenges().stream().anyMatch(at -> at.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
        if (user.isEmpty()) {
            if (beforehand) {
                return null;
            }
            throw new ProxyRefusal(response.code());
        }
        if (response.request().header(HEADER) != null) {
            throw new ProxyRefusal(response.code());
        }
        return response.request().newBuilder().header(HEADER, "Basic " + basic()).build();
    }

    private String basic() {
        var secret = password.utf8();
        var name = (user + ":").getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(name, name.length + secret.length);
        System.arraycopy(secret, 0, both, name.length, secret.length);
        try {
            return Base64.getEncoder().encodeToString(both);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }
}
