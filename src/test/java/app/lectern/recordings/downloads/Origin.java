package app.lectern.recordings.downloads;

import app.lectern.demo.http.Delivery;
import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import app.lectern.demo.http.HttpsEndpoint;
import app.lectern.demo.http.LoopbackCertificate;
import app.lectern.demo.http.StallGate;
import app.lectern.demo.storage.SignedLinks;
import app.lectern.demo.storage.StorageHost;
import app.lectern.demo.storage.StoredBytes;
import app.lectern.demo.storage.StoredItem;
import app.lectern.graph.About;
import app.lectern.graph.CallLog;
import app.lectern.graph.Cloud;
import app.lectern.graph.Connection;
import app.lectern.graph.Credential;
import app.lectern.graph.Fetched;
import app.lectern.graph.GraphParts;
import app.lectern.graph.GraphSession;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.graph.TokenCacheStore;
import app.lectern.vault.Secret;
import app.lectern.words.Words;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/// The demo tenant's storage host with one file behind it and a script of what goes wrong, request by request.
final class Origin implements AutoCloseable, FileSource {
    /// One request as it arrived.
    record Asked(long atNanos, String range, String authorization) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final AtomicLong sent = new AtomicLong();
    final AtomicInteger located = new AtomicInteger();
    final LoopbackCertificate certificate = new LoopbackCertificate("origin");
    private final StallGate stalls = new StallGate();
    private final AtomicLong serial = new AtomicLong();
    private final HttpsEndpoint endpoint;
    private final SignedLinks links;
    private final StorageHost host;
    private final GraphSession session;
    volatile StoredBytes bytes;
    volatile int version = 1;
    volatile String reportedHash;
    volatile long reportedSize = -1;
    volatile long expiredUpTo = -1;
    /// What happens to the request of this number, in place of or on top of the real answer.
    volatile BiFunction<Integer, HttpReply, HttpReply> script = (number, reply) -> reply;

    Origin(long size) {
        bytes = counted(content(size, 42));
        reportedHash = content(size, 42).quickXorHash();
        endpoint = HttpsEndpoint.open(0, certificate.tls(), stalls);
        links = new SignedLinks("https://127.0.0.1:" + endpoint.port(), Clock.systemUTC(), serial::incrementAndGet, number -> number <= expiredUpTo);
        host = new StorageHost(links, key -> Optional.of(new StoredItem("lesson.mp4", "video/mp4", tag(), bytes)));
        endpoint.serve(this::answer);
        session = session(certificate.authority());
    }

    static GraphSession session(X509Certificate authority) {
        var parts = GraphParts.standard(CallLog.NONE, TokenCacheStore.inMemory(), Clock.systemUTC(), new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC()));
        var nobody = new Connection("origin", Cloud.custom("https://localhost:1/", "https://localhost:1/v1.0"), "tenant", "client",
                new Credential.ClientSecret(Secret.of("never asked for")));
        return new GraphSessions(parts).trial(nobody, HttpOptions.direct().trusting(authority));
    }

    private HttpReply answer(HttpCall call) {
        asked.add(new Asked(System.nanoTime(), call.header("Range"), call.header("Authorization")));
        return script.apply(asked.size(), host.answer(call));
    }

    private String tag() {
        return "\"{LESSON}," + version + "\"";
    }

    /// The same bytes for the same seed, without holding them.
    static StoredBytes content(long size, long seed) {
        var block = new byte[1 << 20];
        new Random(seed).nextBytes(block);
        return new StoredBytes() {
            @Override
            public long length() {
                return size;
            }

            @Override
            public void read(long offset, byte[] buffer, int from, int count) {
                for (int done = 0; done < count;) {
                    long at = offset + done;
                    int start = (int) ((at + (at >> 20) * 7919) % block.length);
                    int part = (int) Math.min(Math.min(count - done, block.length - start), (1 << 20) - at % (1 << 20));
                    System.arraycopy(block, start, buffer, from + done, part);
                    done += part;
                }
            }
        };
    }

    StoredBytes counted(StoredBytes real) {
        return new StoredBytes() {
            @Override
            public long length() {
                return real.length();
            }

            @Override
            public void read(long offset, byte[] buffer, int from, int count) {
                sent.addAndGet(count);
                real.read(offset, buffer, from, count);
            }
        };
    }

    /// From now on `sent` counts little more than what went out: the system may hold back this much of each answer.
    void writeAhead(int bytes) {
        endpoint.writeAhead(bytes);
    }

    /// Somebody trims the recording.
    void rewrite(long size) {
        bytes = counted(content(size, 43));
        reportedHash = content(size, 43).quickXorHash();
        version++;
    }

    void expireLinks() {
        expiredUpTo = serial.get();
    }

    void releaseStalls() {
        stalls.release();
    }

    static HttpReply journey(HttpReply reply, Delivery delivery) {
        return reply.delivered(delivery);
    }

    URI link() {
        return URI.create(links.issue("lesson"));
    }

    @Override
    public Location locate() {
        located.incrementAndGet();
        return new Location(link(), reportedSize < 0 ? bytes.length() : reportedSize, tag(), reportedHash);
    }

    @Override
    public Fetched fetch(URI address, long from, long until, String tag, Duration patience) {
        return session.downloads().range(About.of("Test").item("lesson.mp4"), address, from, until, tag, patience);
    }

    @Override
    public RuntimeException raised(IOException broken) {
        return session.downloads().raised(broken, About.of("Test"));
    }

    @Override
    public void close() {
        stalls.release();
        session.close();
        endpoint.close();
    }
}
