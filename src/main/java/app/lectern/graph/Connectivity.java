package app.lectern.graph;

import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Request;
import okhttp3.Response;

/// Tries each host step by step, once and on a fresh connection: name, proxy, TLS, HTTP, clock, latency. Any answer
/// counts as reached; what a host thinks of the request is not asked here.
public final class Connectivity {
    private final Http http;
    private final Clock clock;
    private final Words words;

    public Connectivity(Http http, Clock clock, Words words) {
        this.http = http;
        this.clock = clock;
        this.words = words;
    }

    public List<HostCheck> check(Cloud cloud) {
        return List.of(check(cloud.login()), check(cloud.graph()));
    }

    public HostCheck check(URI address) {
        http.plain().connectionPool().evictAll();
        var steps = new Steps();
        var client = http.plain().newBuilder().followRedirects(false).eventListener(steps).build();
        var request = new Request.Builder().url(address.toString()).header("Accept", "*/*").build();
        var host = CallRecording.host(request);
        long started = System.nanoTime();
        try (var response = client.newCall(request).execute()) {
            var latency = Duration.ofNanos(System.nanoTime() - started);
            return steps.result(host, response, Optional.of(latency), clockOff(response), Optional.empty());
        } catch (IOException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            var problem = TransportProblems.of(new HostFailure(host, http.namedProxy(), failure));
            return steps.result(host, null, Optional.empty(), Optional.empty(), Optional.of(problem));
        }
    }

    private Optional<Duration> clockOff(Response response) {
        var date = response.headers().getDate("Date");
        return date == null ? Optional.empty() : Optional.of(Duration.between(date.toInstant(), clock.instant()));
    }

    /// What OkHttp tells while it connects.
    private final class Steps extends EventListener {
        private final List<String> addresses = new ArrayList<>();
        private Optional<Duration> lookup = Optional.empty();
        private Optional<Duration> connect = Optional.empty();
        private String proxy = "";
        private String tls = "";
        private String issuer = "";
        private long began;

        @Override
        public void dnsStart(Call call, String name) {
            began = System.nanoTime();
        }

        @Override
        public void dnsEnd(Call call, String name, List<InetAddress> found) {
            lookup = Optional.of(Duration.ofNanos(System.nanoTime() - began));
            if (name.equals(call.request().url().host())) {
                found.forEach(address -> addresses.add(address.getHostAddress()));
            }
        }

        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy used) {
            began = System.nanoTime();
            if (used.type() != Proxy.Type.DIRECT && used.address() instanceof InetSocketAddress at) {
                proxy = at.getHostString() + ":" + at.getPort();
            }
        }

        @Override
        public void secureConnectEnd(Call call, Handshake handshake) {
            if (handshake != null) {
                tls = handshake.tlsVersion().javaName();
                issuer = handshake.peerCertificates().stream()
                        .findFirst()
                        .map(certificate -> ((java.security.cert.X509Certificate) certificate).getIssuerX500Principal().getName())
                        .orElse("");
            }
        }

        @Override
        public void connectionAcquired(Call call, Connection connection) {
            connect = Optional.of(Duration.ofNanos(System.nanoTime() - began));
        }

        HostCheck result(
                String host, Response response, Optional<Duration> latency, Optional<Duration> off, Optional<Problem> failed) {
            var wrongClock = off.filter(skew -> skew.abs().compareTo(ClockSkew.TOLERATED) > 0)
                    .map(skew -> Problem.of(Problem.Code.CLOCK_WRONG).with("skew", words.span(skew.abs())));
            return new HostCheck(
                    host,
                    List.copyOf(addresses),
                    lookup,
                    proxy,
                    connect,
                    tls,
                    issuer,
                    response == null ? 0 : response.code(),
                    latency,
                    off,
                    failed.or(() -> wrongClock));
        }
    }
}
