package app.lectern.demo.entra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The key with which the tenant signs its tokens, made at start, and the making and opening of such tokens.
final class SigningKey {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY_ID = "lectern-demo-signing-key";

    private final ObjectMapper json = new ObjectMapper();
    private final CompletableFuture<KeyPair> pair;
    private final String head;

    /// Half a second of work that nobody needs before the first token: it goes on beside the start.
    SigningKey() {
        pair = CompletableFuture.supplyAsync(SigningKey::generate);
        head = encode("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\"}");
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String sign(ObjectNode claims) {
        try {
            var content = head + "." + encode(json.writeValueAsString(claims));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.join().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + ENCODER.encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The claims of a token that this key has signed, or nothing.
    Optional<ObjectNode> open(String token) {
        var parts = token.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(pair.join().getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            var genuine = signature.verify(Base64.getUrlDecoder().decode(parts[2]));
            var claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return genuine && claims instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// The public half, as the keys document publishes it.
    ObjectNode published() {
        var key = (RSAPublicKey) pair.join().getPublic();
        var node = JsonNodeFactory.instance.objectNode();
        node.put("kty", "RSA").put("use", "sig").put("kid", KEY_ID)
                .put("n", ENCODER.encodeToString(unsigned(key.getModulus().toByteArray())))
                .put("e", ENCODER.encodeToString(unsigned(key.getPublicExponent().toByteArray())));
        return node;
    }

    static String encode(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] unsigned(byte[] bytes) {
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
