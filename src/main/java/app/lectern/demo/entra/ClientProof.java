package app.lectern.demo.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/// Checks how an application proves that it is itself: by a secret, or by an assertion signed with a certificate.
final class ClientProof {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock;

    ClientProof(Clock clock) {
        this.clock = clock;
    }

    /// Refuses unless the form proves that the caller is this application.
    ///
    /// @param tokenEndpoint the address at which the assertion must be aimed
    void require(AppRegistration app, Map<String, String> form, String tokenEndpoint) {
        if (form.containsKey("client_secret")) {
            requireSecret(app, form.get("client_secret"));
        } else if (ASSERTION_TYPE.equals(form.get("client_assertion_type")) && form.containsKey("client_assertion")) {
            requireAssertion(app, form.get("client_assertion"), tokenEndpoint);
        } else {
            throw EntraRefusals.proofMissing();
        }
    }

    static boolean isOffered(Map<String, String> form) {
        return form.containsKey("client_secret") || form.containsKey("client_assertion");
    }

    private void requireSecret(AppRegistration app, String given) {
        for (var secret : app.secrets()) {
            if (secret.value().equals(given)) {
                if (secret.end().isBefore(clock.instant())) {
                    throw EntraRefusals.expiredSecret(app.appId());
                }
                return;
            }
        }
        var isId = app.secrets().stream().anyMatch(secret -> secret.id().equalsIgnoreCase(given.strip()));
        throw isId ? EntraRefusals.secretIdPasted(app.appId()) : EntraRefusals.wrongSecret();
    }

    private void requireAssertion(AppRegistration app, String assertion, String tokenEndpoint) {
        var parts = assertion.split("\\.");
        if (parts.length != 3) {
            throw EntraRefusals.badAssertion("The assertion is malformed.", "", app.appId());
        }
        var head = parse(parts[0], app);
        var claims = parse(parts[1], app);
        var certificate = certificateOf(app, head);
        if (!isSigned(certificate, head.path("alg").asText(), parts)) {
            throw EntraRefusals.badAssertion("The key was used to sign, but the signature is not valid.", thumbprint(certificate, "SHA-1"), app.appId());
        }
        requireTime(claims);
        if (!certificate.getNotAfter().toInstant().isAfter(clock.instant())) {
            throw EntraRefusals.badAssertion("The key used is expired.", thumbprint(certificate, "SHA-1"), app.appId());
        }
        var ownName = app.appId().equalsIgnoreCase(claims.path("iss").asText()) && app.appId().equalsIgnoreCase(claims.path("sub").asText());
        if (!ownName || !claims.path("aud").asText().replaceAll("/$", "").equalsIgnoreCase(tokenEndpoint)) {
            throw EntraRefusals.assertionAudience();
        }
    }

    private X509Certificate certificateOf(AppRegistration app, JsonNode head) {
        var sha256 = head.path("x5t#S256").asText("");
        var wanted = hex(sha256.isEmpty() ? head.path("x5t").asText("") : sha256);
        var algorithm = sha256.isEmpty() ? "SHA-1" : "SHA-256";
        return app.certificates().stream().filter(one -> thumbprint(one, algorithm).equals(wanted)).findFirst()
                .orElseThrow(() -> EntraRefusals.badAssertion("The key was not found.", wanted, app.appId()));
    }

    private void requireTime(JsonNode claims) {
        var from = Instant.ofEpochSecond(claims.path("nbf").asLong());
        var until = Instant.ofEpochSecond(claims.path("exp").asLong());
        var now = clock.instant();
        if (now.isBefore(from.minus(TOLERANCE)) || now.isAfter(until.plus(TOLERANCE))) {
            throw EntraRefusals.assertionTime(now, from, until);
        }
    }

    private static boolean isSigned(X509Certificate certificate, String algorithm, String[] parts) {
        try {
            Signature signature;
            switch (algorithm) {
                case "RS256" -> signature = Signature.getInstance("SHA256withRSA");
                case "PS256" -> {
                    signature = Signature.getInstance("RSASSA-PSS");
                    signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                }
                default -> {
                    return false;
                }
            }
            signature.initVerify(certificate.getPublicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private JsonNode parse(String part, AppRegistration app) {
        try {
            return json.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException | IllegalArgumentException notJson) {
            throw EntraRefusals.badAssertion("The assertion is malformed.", "", app.appId());
        }
    }

    private static String hex(String base64) {
        try {
            return HexFormat.of().withUpperCase().formatHex(Base64.getUrlDecoder().decode(base64.replace('+', '-').replace('/', '_')));
        } catch (IllegalArgumentException notBase64) {
            return base64;
        }
    }

    private static String thumbprint(X509Certificate certificate, String algorithm) {
        try {
            return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
