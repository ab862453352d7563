package app.lectern.demo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StorageHostTest {

    private static final StoredItem FILM = new StoredItem("Physics: Waves.mp4", "video/mp4", "\"{1},1\"",
            StoredBytes.of("0123456789".getBytes(StandardCharsets.US_ASCII)));

    private final AtomicLong serial = new AtomicLong();
    private final AtomicLong calledBack = new AtomicLong();
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final SignedLinks links = new SignedLinks("https://127.0.0.1:1", clock, serial::incrementAndGet, number -> number <= calledBack.get());
    private final StorageHost host = new StorageHost(links, key -> key.equals("drive/film") ? Optional.of(FILM) : Optional.empty());

    @Test
    void wholeFileComesWithItsTagAndName() {
        var reply = get(links.issue("drive/film"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.bodyText()).isEqualTo("0123456789");
        assertThat(reply.headers()).containsEntry("ETag", "\"{1},1\"").containsEntry("Accept-Ranges", "bytes")
                .containsEntry("Content-Type", "video/mp4")
                .containsEntry("Content-Disposition", "attachment; filename*=UTF-8''Physics%3A%20Waves.mp4");
    }

    @Test
    void rangesAreHonoured() {
        assertRange("bytes=2-4", "234", "bytes 2-4/10");
        assertRange("bytes=7-", "789", "bytes 7-9/10");
        assertRange("bytes=-3", "789", "bytes 7-9/10");
        assertRange("bytes=-99", "0123456789", "bytes 0-9/10");
        assertRange("bytes=8-99", "89", "bytes 8-9/10");
    }

    @Test
    void rangeBeyondTheEndIsRefusedWithTheLength() {
        var reply = get(links.issue("drive/film"), "Range", "bytes=10-");
        assertThat(reply.status()).isEqualTo(416);
        assertThat(reply.headers()).containsEntry("Content-Range", "bytes */10");
        assertThat(get(links.issue("drive/film"), "Range", "bytes=5-3").status()).isEqualTo(416);
    }

    @Test
    void rangesThatAreNotUnderstoodGiveEverything() {
        for (var range : new String[] {"bytes=0-1,4-5", "items=0-1", "bytes=-", "bytes=99999999999999999999-"}) {
            assertThat(get(links.issue("drive/film"), "Range", range).status()).as(range).isEqualTo(200);
        }
    }

    @Test
    void changedFileIsNotContinued() {
        var range = new String[] {"Range", "bytes=5-", "If-Range", "\"{1},0\""};
        assertThat(get(links.issue("drive/film"), range).status()).isEqualTo(200);
        assertThat(get(links.issue("drive/film"), "Range", "bytes=5-", "If-Range", "\"{1},1\"").status()).isEqualTo(206);
        assertThat(get(links.issue("drive/film"), "If-Match", "\"{1},0\"").status()).isEqualTo(412);
    }

    @Test
    void bearerTokenIsTurnedAway() {
        var reply = get(links.issue("drive/film"), "Authorization", "Bearer x");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers()).containsKey("WWW-Authenticate");
    }

    @Test
    void addressesEndAfterAWhileAndWhenCalledBack() {
        var first = links.issue("drive/film");
        now = now.plus(Duration.ofMinutes(9));
        assertThat(get(first).status()).isEqualTo(200);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(get(first).status()).isEqualTo(401);
        var second = links.issue("drive/film");
        calledBack.set(serial.get());
        assertThat(get(second).status()).isEqualTo(401);
        assertThat(get(links.issue("drive/film")).status()).isEqualTo(200);
    }

    @Test
    void everyAddressIsNewAndNoneCanBeMadeUp() {
        var one = links.issue("drive/film");
        assertThat(links.issue("drive/film")).isNotEqualTo(one);
        assertThat(get(one.replaceAll("tempauth=v1\\.....", "tempauth=v1.AAAA")).status()).isEqualTo(403);
        assertThat(get(one.replaceAll("tempauth=[^&]*", "tempauth=nonsense")).status()).isEqualTo(403);
        assertThat(get(one.replaceAll("&tempauth=[^&]*", "")).status()).isEqualTo(403);
    }

    @Test
    void deletedFileIsNotFound() {
        assertThat(get(links.issue("drive/gone")).status()).isEqualTo(404);
    }

    private void assertRange(String range, String text, String contentRange) {
        var reply = get(links.issue("drive/film"), "Range", range);
        assertThat(reply.status()).as(range).isEqualTo(206);
        assertThat(reply.bodyText()).isEqualTo(text);
        assertThat(reply.headers()).containsEntry("Content-Range", contentRange);
    }

    private HttpReply get(String address, String... headers) {
        var uri = URI.create(address);
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (var i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return host.answer(new HttpCall("GET", uri.getRawPath(), uri.getRawQuery(), all, new byte[0]));
    }
}
