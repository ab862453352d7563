package app.lectern.demo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuickXorHashTest {

    private static JsonNode vectors;

    @BeforeAll
    static void readVectors() throws IOException {
        try (var in = QuickXorHashTest.class.getResourceAsStream("/app/lectern/demo/quickxorhash-vectors.json")) {
            vectors = new ObjectMapper().readTree(in).get("vectors");
        }
    }

    @Test
    void agreesWithThePublishedVectors() {
        assertThat(hash(new byte[0])).isEqualTo(vector("empty"));
        assertThat(hash("a".getBytes(StandardCharsets.US_ASCII))).isEqualTo(vector("\"a\""));
        assertThat(hash("hello world".getBytes(StandardCharsets.US_ASCII))).isEqualTo(vector("\"hello world\""));
        assertThat(hash(filled(256, i -> i))).isEqualTo(vector("0x00..0xff (256 bytes)"));
        assertThat(hash(filled(1000, i -> 0xff))).isEqualTo(vector("1000 x 0xff"));
        assertThat(hash(filled(100_003, i -> i * 31 % 251))).isEqualTo(vector("100003 bytes i*31 mod 251"));
    }

    @Test
    void doesNotDependOnHowTheBytesAreHandedOver() {
        var bytes = filled(5_000, i -> i * 7);
        var hash = new QuickXorHash();
        for (var i = 0; i < bytes.length; i += 13) {
            hash.update(bytes, i, Math.min(13, bytes.length - i));
        }
        assertThat(hash.base64()).isEqualTo(hash(bytes));
    }

    @Test
    void noticesOneTurnedBit() {
        var bytes = filled(5_000, i -> i * 7);
        var before = hash(bytes);
        bytes[4_321] ^= 1;
        assertThat(hash(bytes)).isNotEqualTo(before);
    }

    @Test
    void storedBytesHashWithoutBeingHeldAsAWhole() {
        assertThat(StoredBytes.of(filled(100_003, i -> i * 31 % 251)).quickXorHash()).isEqualTo(vector("100003 bytes i*31 mod 251"));
    }

    private static String vector(String name) {
        return vectors.get(name).textValue();
    }

    private static String hash(byte[] bytes) {
        var hash = new QuickXorHash();
        hash.update(bytes, 0, bytes.length);
        return hash.base64();
    }

    private static byte[] filled(int length, java.util.function.IntUnaryOperator value) {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) {
            bytes[i] = (byte) value.applyAsInt(i);
        }
        return bytes;
    }
}
