package app.lectern.demo.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A loopback HTTPS server with one virtual thread per connection. What to answer is the handler's business.
public final class HttpsEndpoint implements AutoCloseable {

    private static final int IDLE_MILLIS = 300_000;
    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final SSLContext tls;
    private final StallGate stalls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int ahead;

    private HttpsEndpoint(ServerSocket listener, SSLContext tls, StallGate stalls) {
        this.listener = listener;
        this.tls = tls;
        this.stalls = stalls;
    }

    /// Opens the port at once, so that it can stand in the content; requests wait until [#serve] is called.
    public static HttpsEndpoint open(int port, SSLContext tls, StallGate stalls) {
        try {
            var listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port), BACKLOG);
            return new HttpsEndpoint(listener, tls, stalls);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    /// How much of an answer may wait here for the network to take it. Where nobody says so the system decides, and on a fast
    /// line it takes megabytes, so that what was written tells little of what has arrived.
    public void writeAhead(int bytes) {
        ahead = bytes;
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void serve(Function<HttpCall, HttpReply> handler) {
        threads.execute(() -> accept(handler));
    }

    private void accept(Function<HttpCall, HttpReply> handler) {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                open.add(socket);
                threads.execute(() -> talk(socket, handler));
            } catch (IOException closed) {
                // either the endpoint was closed, which ends the loop, or one connection died before it was accepted
            }
        }
    }

    private void talk(Socket socket, Function<HttpCall, HttpReply> handler) {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            if (ahead > 0) {
                socket.setSendBufferSize(ahead);
            }
            var secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
            secure.setUseClientMode(false);
            exchange(secure, handler);
            secure.close();
        } catch (HttpWriter.ResetWanted wanted) {
            reset(socket);
        } catch (IOException gone) {
            // the client hung up or refused our certificate: its business, and its test's
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
            quietly(socket);
        }
    }

    private void exchange(SSLSocket secure, Function<HttpCall, HttpReply> handler) throws IOException, InterruptedException {
        var reader = new HttpReader(secure.getInputStream(), secure.getOutputStream());
        var writer = new HttpWriter(secure.getOutputStream(), stalls);
        for (var call = reader.next(); call != null; call = reader.next()) {
            var reply = handler.apply(call);
            writer.write(call, reply);
            if (reply.delivery().endsConnection() || "close".equalsIgnoreCase(call.header("Connection"))) {
                return;
            }
        }
    }

    /// Closing with a linger time of zero makes TCP send a reset instead of an orderly end.
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyGone) {
            // then there is nobody left to notice
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to be released
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException alreadyGone) {
            // the port is free either way
        }
        open.forEach(HttpsEndpoint::quietly);
        threads.shutdownNow();
    }
}
