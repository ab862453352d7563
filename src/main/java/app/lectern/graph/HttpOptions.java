package app.lectern.graph;

import app.lectern.home.Settings;
import app.lectern.home.Settings.ProxyMode;
import app.lectern.vault.Secret;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How the network is reached: proxy, whom to trust beside the platform's authorities, and how long to wait.
/// There is deliberately no limit for a whole call: a recording may take hours.
public record HttpOptions(
        ProxyMode proxy,
        String proxyHost,
        int proxyPort,
        String proxyUser,
        Secret proxyPassword,
        List<X509Certificate> extraTrust,
        Duration connectTimeout,
        Duration readTimeout) {
    public HttpOptions {
        Objects.requireNonNull(proxyPassword);
        extraTrust = List.copyOf(extraTrust);
    }

    /// What the settings say; reads the extra CA file, and raises CA_FILE_UNREADABLE when that cannot be done.
    public static HttpOptions from(Settings.Network network, Secret proxyPassword) {
        List<X509Certificate> extra = network.caFile().isBlank() ? List.of() : Trust.read(Path.of(network.caFile()));
        return new HttpOptions(
                network.proxy(),
                network.proxyHost(),
                network.proxyPort(),
                network.proxyUser(),
                proxyPassword,
                extra,
                Duration.ofSeconds(Math.max(1, network.connectSeconds())),
                Duration.ofSeconds(Math.max(1, network.readSeconds())));
    }

    /// No proxy, the platform's trust, default time-outs: for the demo tenant and for tests.
    public static HttpOptions direct() {
        return new HttpOptions(
                ProxyMode.NONE, "", 0, "", Secret.of(""), List.of(), Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    public HttpOptions trusting(X509Certificate authority) {
        var more = new ArrayList<>(extraTrust);
        more.add(authority);
        return new HttpOptions(proxy, proxyHost, proxyPort, proxyUser, proxyPassword, more, connectTimeout, readTimeout);
    }

    public HttpOptions through(String host, int port, String user, Secret password) {
        return new HttpOptions(
                ProxyMode.EXPLICIT, host, port, user, password, extraTrust, connectTimeout, readTimeout);
    }

    public HttpOptions waiting(Duration connect, Duration read) {
        return new HttpOptions(proxy, proxyHost, proxyPort, proxyUser, proxyPassword, extraTrust, connect, read);
    }
}
