package app.lectern.demo.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Writes responses, in the way their [Delivery] says: late, slowly, stalling, with a wrong byte, or cut by a reset.
final class HttpWriter {

    private static final int BLOCK = 64 * 1024;

    private final OutputStream out;
    private final StallGate stalls;

    HttpWriter(OutputStream out, StallGate stalls) {
        this.out = new BufferedOutputStream(out, BLOCK);
        this.stalls = stalls;
    }

    /// Where a response wants its connection reset.
    static final class ResetWanted extends IOException {
        private static final long serialVersionUID = 1L;

        ResetWanted() {
            super("the answer's delivery asks for a reset");
        }
    }

    void write(HttpCall call, HttpReply reply) throws IOException, InterruptedException {
        var delivery = reply.delivery();
        if (!delivery.delay().isZero()) {
            Thread.sleep(delivery.delay());
        }
        if (delivery.stallAt() == Delivery.BEFORE_HEAD) {
            stall();
        }
        if (delivery.resetAt() == Delivery.BEFORE_HEAD) {
            throw new ResetWanted();
        }
        out.write(head(reply).getBytes(StandardCharsets.ISO_8859_1));
        if (!call.method().equals("HEAD") && reply.length() > 0) {
            body(reply);
        }
        out.flush();
    }

    private void body(HttpReply reply) throws IOException, InterruptedException {
        var delivery = reply.delivery();
        var block = new byte[(int) Math.min(BLOCK, reply.length())];
        var started = System.nanoTime();
        long sent = 0;
        while (sent < reply.length()) {
            var count = (int) Math.min(block.length, reply.length() - sent);
            count = upTo(delivery.resetAt(), sent, count);
            count = upTo(delivery.stallAt(), sent, count);
            if (delivery.bytesPerSecond() > 0) {
                count = (int) Math.min(count, Math.max(1, delivery.bytesPerSecond() / 20));
            }
            reply.bytes().read(reply.from() + sent, block, 0, count);
            if (delivery.corruptAt() >= sent && delivery.corruptAt() < sent + count) {
                block[(int) (delivery.corruptAt() - sent)] ^= (byte) 0xff;
            }
            out.write(block, 0, count);
            sent += count;
            if (sent == delivery.resetAt()) {
                out.flush();
                throw new ResetWanted();
            }
            if (sent == delivery.stallAt()) {
                out.flush();
                stall();
            }
            pace(delivery.bytesPerSecond(), sent, started);
        }
    }

    private static int upTo(long place, long sent, int count) {
        return place > sent && place < sent + count ? (int) (place - sent) : count;
    }

    private void pace(long bytesPerSecond, long sent, long started) throws IOException {
        if (bytesPerSecond > 0) {
            out.flush();
            var due = started + Duration.ofSeconds(1).toNanos() * sent / bytesPerSecond;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void stall() throws IOException, InterruptedException {
        stalls.hold();
        throw new ResetWanted();
    }

    private static String head(HttpReply reply) {
        var head = new StringBuilder(256).append("HTTP/1.1 ").append(reply.status()).append(' ')
                .append(reason(reply.status())).append("\r\n");
        reply.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        long said = reply.delivery().saidLength();
        if (said == Delivery.NO_LENGTH) {
            head.append("Connection: close\r\n");
        } else if (reply.status() != 204 && reply.status() != 304) {
            head.append("Content-Length: ").append(said == Delivery.TRUE_LENGTH ? reply.length() : said).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 204 -> "No Content";
            case 206 -> "Partial Content";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 416 -> "Range Not Satisfiable";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status " + status;
        };
    }
}
