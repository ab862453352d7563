package app.lectern.recordings.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.storage.QuickXorHash;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuickXorTest {
    @Test
    void agreesWithThePublishedVectors() throws Exception {
        try (var in = QuickXorTest.class.getResourceAsStream("/app/lectern/demo/quickxorhash-vectors.json")) {
            var vectors = new ObjectMapper().readTree(in).get("vectors");
            assertThat(hash(new byte[0])).isEqualTo(vectors.get("empty").asText());
            assertThat(hash("a".getBytes(StandardCharsets.US_ASCII))).isEqualTo(vectors.get("\"a\"").asText());
            assertThat(hash("hello world".getBytes(StandardCharsets.US_ASCII))).isEqualTo(vectors.get("\"hello world\"").asText());
            var counting = new byte[100_003];
            for (int at = 0; at < counting.length; at++) {
                counting[at] = (byte) (at * 31 % 251);
            }
            assertThat(hash(counting)).isEqualTo(vectors.get("100003 bytes i*31 mod 251").asText());
        }
    }

    @Test
    void piecesInAnyOrderMakeTheHashOfTheWhole() {
        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            var bytes = new byte[random.nextInt(40_000)];
            random.nextBytes(bytes);
            var cuts = new ArrayList<int[]>();
            for (int at = 0; at < bytes.length;) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(3_000));
                cuts.add(new int[] {at, length});
                at += length;
            }
            Collections.shuffle(cuts, random);
            var sum = new byte[QuickXor.BYTES];
            cuts.forEach(cut -> QuickXor.add(sum, QuickXor.share(bytes, cut[0], cut[1], cut[0])));
            var reference = new QuickXorHash();
            reference.update(bytes, 0, bytes.length);
            assertThat(QuickXor.hash(sum, bytes.length)).isEqualTo(reference.base64());
        }
    }

    private static String hash(byte[] bytes) {
        return QuickXor.hash(QuickXor.share(bytes, 0, bytes.length, 0), bytes.length);
    }
}
