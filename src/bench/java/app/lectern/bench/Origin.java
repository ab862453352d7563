package app.lectern.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// A plain HTTP origin for comparing download programs: serves the files of a folder, whole or by range, each answer after a
/// latency, each connection at a speed of its own. Uncapped it lets the system copy from file to socket.
/// Usage: `Origin FOLDER BYTES_PER_SECOND LATENCY_MILLIS`; prints its port.
public final class Origin {
    private Origin() {}

    public static void main(String... args) throws IOException {
        var folder = Path.of(args[0]);
        long rate = Long.parseLong(args[1]);
        long latency = Long.parseLong(args[2]);
        var server = ServerSocketChannel.open();
        server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        System.out.println(server.socket().getLocalPort());
        while (true) {
            var client = server.accept();
            Thread.ofPlatform().daemon().start(() -> talk(client, folder, rate, latency));
        }
    }

    private static void talk(SocketChannel client, Path folder, long rate, long latency) {
        try (client) {
            client.socket().setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(Channels.newInputStream(client), StandardCharsets.ISO_8859_1));
            while (answer(client, in, folder, rate, latency)) {
                // the next request on the same connection
            }
        } catch (IOException | InterruptedException gone) {
            // the client hung up
        }
    }

    private static boolean answer(SocketChannel client, BufferedReader in, Path folder, long rate, long latency) throws IOException, InterruptedException {
        var request = in.readLine();
        if (request == null) {
            return false;
        }
        long from = 0;
        long last = -1;
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Range: bytes=", 0, 13)) {
                var ends = line.substring(13).split("-", 2);
                from = Long.parseLong(ends[0].strip());
                last = ends[1].isBlank() ? -1 : Long.parseLong(ends[1].strip());
            }
        }
        Thread.sleep(latency);
        var parts = request.split(" ");
        try (var file = FileChannel.open(folder.resolve(parts[1].substring(1)), StandardOpenOption.READ)) {
            boolean part = from > 0 || last >= 0;
            long until = last < 0 ? file.size() : Math.min(file.size(), last + 1);
            var head = "HTTP/1.1 " + (part ? "206 Partial Content" : "200 OK") + "\r\nContent-Length: " + (until - from)
                    + "\r\nAccept-Ranges: bytes\r\nETag: \"1\"\r\nLast-Modified: Wed, 25 Nov 2026 00:00:00 GMT\r\n"
                    + (part ? "Content-Range: bytes " + from + "-" + (until - 1) + "/" + file.size() + "\r\n" : "") + "\r\n";
            client.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)));
            if (!parts[0].equals("HEAD")) {
                send(client, file, from, until, rate);
            }
        }
        return true;
    }

    private static void send(SocketChannel client, FileChannel file, long from, long until, long rate) throws IOException, InterruptedException {
        long started = System.nanoTime();
        for (long at = from; at < until;) {
            at += file.transferTo(at, Math.min(until - at, rate > 0 ? 64 << 10 : 8 << 20), client);
            if (rate > 0) {
                long due = started + (at - from) * 1_000_000_000L / rate;
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
            }
        }
    }
}
