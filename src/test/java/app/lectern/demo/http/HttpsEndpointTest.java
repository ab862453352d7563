package app.lectern.demo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.storage.QuickXorHash;
import app.lectern.demo.storage.StoredBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpsEndpointTest {

    private static final MediaType TEXT = MediaType.get("text/plain");

    private final LoopbackCertificate certificate = new LoopbackCertificate("test");
    private final StallGate stalls = new StallGate();
    private final AtomicReference<HttpCall> seen = new AtomicReference<>();
    private final AtomicReference<HttpReply> reply = new AtomicReference<>(HttpReply.text(200, "text/plain", "0123456789"));
    private HttpsEndpoint endpoint;
    private OkHttpClient client;

    @BeforeEach
    void open() {
        endpoint = HttpsEndpoint.open(0, certificate.tls(), stalls);
        endpoint.serve(call -> {
            seen.set(call);
            return reply.get();
        });
        var pem = new HandshakeCertificates.Builder().addTrustedCertificate(certificate.authority()).build();
        client = new OkHttpClient.Builder().sslSocketFactory(pem.sslSocketFactory(), pem.trustManager())
                .retryOnConnectionFailure(false).callTimeout(Duration.ofSeconds(20)).build();
    }

    @AfterEach
    void close() {
        client.connectionPool().evictAll();
        endpoint.close();
    }

    @Test
    void requestArrivesAsItWasSent() throws IOException {
        try (var response = send(new Request.Builder().url(url("/a%20b/c?q=1%262&r")).header("X-Two", "1").addHeader("X-Two", "2")
                .post(RequestBody.create("körper".getBytes(StandardCharsets.UTF_8), TEXT)).build())) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(seen.get().path()).isEqualTo("/a%20b/c");
        assertThat(seen.get().queryParameters()).containsEntry("q", "1&2").containsEntry("r", "");
        assertThat(seen.get().header("x-two")).isEqualTo("1, 2");
        assertThat(new String(seen.get().body(), StandardCharsets.UTF_8)).isEqualTo("körper");
    }

    @Test
    void chunkedAndCompressedBodiesAreUnderstood() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("squeezed".getBytes(StandardCharsets.UTF_8));
        }
        var body = new RequestBody() {
            @Override
            public MediaType contentType() {
                return TEXT;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(packed.toByteArray());
            }
        };
        send(new Request.Builder().url(url("/")).header("Content-Encoding", "gzip").post(body).build()).close();
        assertThat(new String(seen.get().body(), StandardCharsets.UTF_8)).isEqualTo("squeezed");
    }

    @Test
    void oneConnectionServesManyRequests() throws IOException {
        for (var i = 0; i < 5; i++) {
            assertThat(text("/" + i)).isEqualTo("0123456789");
        }
        assertThat(client.connectionPool().connectionCount()).isEqualTo(1);
    }

    @Test
    void headHasNoBodyAndEmptyAnswersHaveNone() throws IOException {
        try (var response = send(new Request.Builder().url(url("/")).head().build())) {
            assertThat(response.header("Content-Length")).isEqualTo("10");
            assertThat(response.body().bytes()).isEmpty();
        }
        reply.set(HttpReply.empty(204));
        assertThat(text("/")).isEmpty();
    }

    @Test
    void aLargeFilePassesWithoutBeingHeld() throws IOException {
        var large = new Pattern(96L << 20);
        reply.set(HttpReply.bytes(200, "video/mp4", large));
        var hash = new QuickXorHash();
        long received = 0;
        try (var response = send(new Request.Builder().url(url("/")).build()); var in = response.body().byteStream()) {
            var buffer = new byte[64 * 1024];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                hash.update(buffer, 0, count);
                received += count;
            }
        }
        assertThat(received).isEqualTo(large.length());
        assertThat(hash.base64()).isEqualTo(large.quickXorHash());
    }

    @Test
    void partsAreCutOutOfTheBytes() throws IOException {
        reply.set(HttpReply.part(206, "text/plain", StoredBytes.of("0123456789".getBytes(StandardCharsets.US_ASCII)), 3, 4));
        assertThat(text("/")).isEqualTo("3456");
    }

    @Test
    void resetBeforeTheAnswerIsAnIoException() {
        reply.set(reply.get().delivered(Delivery.PROMPT.resetAt(Delivery.BEFORE_HEAD)));
        assertThatThrownBy(() -> text("/")).isInstanceOf(IOException.class);
    }

    @Test
    void resetInTheMiddleLeavesTheFirstPart() throws IOException {
        reply.set(HttpReply.bytes(200, "video/mp4", new Pattern(1 << 20)).delivered(Delivery.PROMPT.resetAt(300_000)));
        long received = 0;
        try (var response = send(new Request.Builder().url(url("/")).build()); var in = response.body().byteStream()) {
            assertThat(response.header("Content-Length")).isEqualTo("1048576");
            var buffer = new byte[8192];
            try {
                for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    received += count;
                }
            } catch (IOException cut) {
                assertThat(received).isLessThanOrEqualTo(300_000);
                return;
            }
        }
        assertThat(received).as("the answer must not end in order").isNegative();
    }

    @Test
    void corruptedByteIsTheOnlyChange() throws IOException {
        reply.set(reply.get().delivered(Delivery.PROMPT.corruptedAt(4)));
        try (var response = send(new Request.Builder().url(url("/")).build())) {
            var bytes = response.body().bytes();
            assertThat(bytes[4]).isEqualTo((byte) ~'4');
            bytes[4] = '4';
            assertThat(bytes).asString(StandardCharsets.US_ASCII).isEqualTo("0123456789");
        }
    }

    @Test
    void stalledAnswerWaitsUntilItIsLetGo() throws Exception {
        reply.set(reply.get().delivered(Delivery.PROMPT.stalledAt(5)));
        var head = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> {
                try (var response = send(new Request.Builder().url(url("/")).build()); var in = response.body().byteStream()) {
                    for (var expected : "01234".toCharArray()) {
                        assertThat((char) in.read()).isEqualTo(expected);
                    }
                    head.countDown();
                    return in.read();
                }
            });
            assertThat(head.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(waiting.isDone()).isFalse();
            stalls.release();
            assertThatThrownBy(waiting::get).cause().isInstanceOf(IOException.class);
        }
    }

    @Test
    void slowAndLateAnswersArriveWhole() throws IOException {
        reply.set(reply.get().delivered(Delivery.PROMPT.at(200).delayedBy(Duration.ofMillis(20))));
        assertThat(text("/")).isEqualTo("0123456789");
    }

    @Test
    void strangersDoNotTrustTheCertificate() {
        var stranger = new OkHttpClient();
        assertThatThrownBy(() -> stranger.newCall(new Request.Builder().url(url("/")).build()).execute())
                .isInstanceOf(javax.net.ssl.SSLException.class);
    }

    private Response send(Request request) throws IOException {
        return client.newCall(request).execute();
    }

    private String text(String path) throws IOException {
        try (var response = send(new Request.Builder().url(url(path)).build())) {
            return response.body().string();
        }
    }

    private String url(String path) {
        return "https://localhost:" + endpoint.port() + path;
    }

    /// Bytes that are computed where they are read.
    private record Pattern(long length) implements StoredBytes {
        @Override
        public void read(long offset, byte[] buffer, int from, int count) {
            for (var i = 0; i < count; i++) {
                buffer[from + i] = (byte) ((offset + i) * 31 >>> 3);
            }
        }
    }
}
