package app.lectern.demo;

import app.lectern.demo.http.LoopbackCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;

/// A network's HTTP proxy: tunnels, wants a password, refuses, or opens TLS and shows a certificate of its own.
public final class DemoProxy implements AutoCloseable {

    /// How the proxy treats whoever asks for a tunnel.
    public enum Manner { OPEN, PASSWORD, FORBIDDEN, INTERCEPTING }

    private final ServerSocket listener;
    private final Manner manner;
    private final String expected;
    private final LoopbackCertificate certificate = new LoopbackCertificate("Network inspection");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> tunnels = new CopyOnWriteArrayList<>();

    private DemoProxy(Manner manner, String user, String password) {
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
        this.manner = manner;
        this.expected = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        threads.execute(this::accept);
    }

    public static DemoProxy start(Manner manner) {
        return new DemoProxy(manner, "proxy-user", "proxy-password");
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String user() {
        return "proxy-user";
    }

    public String password() {
        return "proxy-password";
    }

    /// The authority behind the certificate that an intercepting proxy shows, as PEM.
    public String authorityPem() {
        return certificate.authorityPem();
    }

    /// The targets of all tunnels that were granted, as `host:port`.
    public List<String> tunnels() {
        return List.copyOf(tunnels);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = client.getInputStream();
            for (var line = line(in); line != null; line = line(in)) {
                var authorization = "";
                for (var header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                    if (header.regionMatches(true, 0, "Proxy-Authorization:", 0, 20)) {
                        authorization = header.substring(20).strip();
                    }
                }
                if (answer(client, line, authorization)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // one of the two ends has hung up
        } finally {
            open.remove(client);
        }
    }

    /// Answers one request; true when the connection has become a tunnel and that has ended.
    private boolean answer(Socket client, String line, String authorization) throws IOException {
        var parts = line.split(" ");
        if (!parts[0].equals("CONNECT")) {
            say(client, "405 Method Not Allowed", "");
        } else if (manner == Manner.FORBIDDEN) {
            say(client, "403 Forbidden", "");
        } else if (manner == Manner.PASSWORD && !authorization.equals(expected)) {
            say(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"network\"\r\n");
        } else {
            tunnel(client, parts[1]);
            return true;
        }
        return false;
    }

    private void tunnel(Socket client, String target) throws IOException {
        var colon = target.lastIndexOf(':');
        try (var server = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
            open.add(server);
            tunnels.add(target);
            client.getOutputStream().write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            if (manner == Manner.INTERCEPTING) {
                var shown = (SSLSocket) certificate.tls().getSocketFactory().createSocket(client, null, client.getPort(), true);
                shown.setUseClientMode(false);
                // the inspected connection leads nowhere: what matters is which certificate the client gets to see
                shown.startHandshake();
                var page = "<html><body>Inspected</body></html>";
                shown.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length()
                        + "\r\nConnection: close\r\n\r\n" + page).getBytes(StandardCharsets.US_ASCII));
                shown.close();
                return;
            }
            var upwards = threads.submit(() -> copy(client.getInputStream(), server.getOutputStream(), server));
            copy(server.getInputStream(), client.getOutputStream(), client);
            upwards.cancel(true);
        } catch (NumberFormatException notAPort) {
            say(client, "400 Bad Request", "");
        }
    }

    /// Reads byte by byte, so that nothing of what belongs into the tunnel is swallowed.
    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            text.append((char) next);
        }
        return text.toString().stripTrailing();
    }

    private static Void copy(InputStream from, OutputStream to, Socket then) throws IOException {
        try (then) {
            from.transferTo(to);
        }
        return null;
    }

    private static void say(Socket client, String status, String headers) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
