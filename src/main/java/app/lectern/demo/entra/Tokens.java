package app.lectern.demo.entra;

import app.lectern.demo.TenantIdentity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Issues access and id tokens in the shape of Entra's, and reads access tokens back for Graph's front.
public final class Tokens {

    private static final String SERIAL = "x_serial";
    static final Duration LIFETIME = Duration.ofSeconds(3599);

    private final SigningKey key = new SigningKey();
    private final TenantIdentity tenant;
    private final SignInControl control;
    private final Clock clock;

    Tokens(TenantIdentity tenant, SignInControl control, Clock clock) {
        this.tenant = tenant;
        this.control = control;
        this.clock = clock;
    }

    String forApplication(AppRegistration app, String audience) {
        var claims = common(app, audience);
        claims.put("idtyp", "app").put("oid", app.servicePrincipalId()).put("sub", app.servicePrincipalId());
        claims.put("appidacr", "1");
        if (!app.roles().isEmpty()) {
            var roles = claims.putArray("roles");
            app.roles().stream().sorted().forEach(roles::add);
        }
        return key.sign(claims);
    }

    String forUser(AppRegistration app, String audience, DemoAccount user, Set<String> scopes) {
        var claims = common(app, audience);
        claims.put("idtyp", "user").put("oid", user.id()).put("sub", subject(app, user)).put("name", user.displayName());
        claims.put("upn", user.name()).put("unique_name", user.name()).put("preferred_username", user.name());
        claims.put("scp", String.join(" ", scopes.stream().sorted().toList()));
        return key.sign(claims);
    }

    String identity(AppRegistration app, DemoAccount user, String issuer, String nonce) {
        var now = clock.instant();
        var claims = JsonNodeFactory.instance.objectNode();
        claims.put("aud", app.appId()).put("iss", issuer).put("iat", now.getEpochSecond()).put("nbf", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond()).put("name", user.displayName()).put("oid", user.id());
        claims.put("preferred_username", user.name()).put("sub", subject(app, user)).put("tid", tenant.tenantId());
        claims.put("ver", "2.0").put("uti", uti());
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return key.sign(claims);
    }

    /// `client_info`: how MSAL learns the account's ids.
    String clientInfo(DemoAccount user) {
        return SigningKey.encode("{\"uid\":\"" + user.id() + "\",\"utid\":\"" + tenant.tenantId() + "\"}");
    }

    /// What an access token says, or nothing when this tenant has not issued it.
    public Optional<TokenClaims> read(String token) {
        return key.open(token).map(claims -> new TokenClaims(claims.path("appid").asText(), claims.path("aud").asText(),
                claims.path("tid").asText(),
                claims.path("idtyp").asText().equals("user") ? claims.path("oid").asText() : null,
                claims.path("upn").asText(null), texts(claims.path("roles")), words(claims.path("scp").asText("")),
                at(claims, "nbf"), control.isExpired(claims.path(SERIAL).asLong()) ? Instant.EPOCH : at(claims, "exp")));
    }

    ObjectNode publishedKeys() {
        var keys = JsonNodeFactory.instance.objectNode();
        keys.putArray("keys").add(key.published());
        return keys;
    }

    private ObjectNode common(AppRegistration app, String audience) {
        var now = clock.instant();
        var claims = JsonNodeFactory.instance.objectNode();
        claims.put("aud", audience).put("iss", "https://sts.windows.net/" + tenant.tenantId() + "/");
        // Entra backdates tokens by five minutes, so that clients with a slow clock can use them at once
        claims.put("iat", now.minus(Duration.ofMinutes(5)).getEpochSecond()).put("nbf", now.minus(Duration.ofMinutes(5)).getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("app_displayname", app.displayName()).put("appid", app.appId()).put("tid", tenant.tenantId());
        claims.put("uti", uti()).put("ver", "1.0");
        claims.put(SERIAL, control.nextToken());
        return claims;
    }

    private static String subject(AppRegistration app, DemoAccount user) {
        return UUID.nameUUIDFromBytes((app.appId() + user.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
    }

    private static String uti() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 22);
    }

    private static Instant at(JsonNode claims, String name) {
        return Instant.ofEpochSecond(claims.path(name).asLong());
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    static Set<String> words(String text) {
        return new HashSet<>(text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+")));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
