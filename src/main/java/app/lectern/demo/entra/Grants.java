package app.lectern.demo.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Authorization codes, good for one use with the right verifier, and refresh tokens, good for ninety days.
final class Grants {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(90);

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
    private final Map<String, Refresh> refreshes = new ConcurrentHashMap<>();
    private final SignInControl control;
    private final Clock clock;

    Grants(SignInControl control, Clock clock) {
        this.control = control;
        this.clock = clock;
    }

    record Code(AppRegistration app, DemoAccount user, Scopes scopes, String redirect, String challenge, String nonce, Instant issued) {
    }

    record Refresh(AppRegistration app, DemoAccount user, Scopes scopes, Instant issued) {
    }

    String code(AppRegistration app, DemoAccount user, Scopes scopes, Map<String, String> query) {
        var text = "0." + token();
        codes.put(text, new Code(app, user, scopes, query.get("redirect_uri"), query.get("code_challenge"), query.get("nonce"), clock.instant()));
        return text;
    }

    Code redeem(Map<String, String> form, AppRegistration app) {
        var text = form.getOrDefault("code", "");
        if (redeemed.contains(text)) {
            throw EntraRefusals.redeemedCode();
        }
        var code = codes.get(text);
        if (code == null || !code.app().equals(app) || code.issued().plus(CODE_LIFETIME).isBefore(clock.instant())) {
            throw EntraRefusals.malformedGrant("the authorization code is not known");
        }
        if (!Objects.equals(code.redirect(), form.get("redirect_uri"))) {
            throw EntraRefusals.wrongRedirect(form.get("redirect_uri"), app.appId());
        }
        if (code.challenge() != null && !code.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            throw EntraRefusals.wrongVerifier();
        }
        codes.remove(text);
        redeemed.add(text);
        return code;
    }

    String refresh(AppRegistration app, DemoAccount user, Scopes scopes) {
        var text = "1.AX" + token() + token();
        refreshes.put(text, new Refresh(app, user, scopes, clock.instant()));
        return text;
    }

    Refresh redeemRefresh(String text, AppRegistration app) {
        var refresh = text == null ? null : refreshes.get(text);
        if (refresh == null || !refresh.app().equals(app)) {
            // a token of an earlier start of the demo tenant: to the client the same as a revoked one
            throw EntraRefusals.revokedRefreshToken(clock.instant());
        }
        if (refresh.issued().plus(REFRESH_LIFETIME).isBefore(clock.instant())) {
            throw EntraRefusals.expiredRefreshToken(refresh.issued());
        }
        if (control.isRevoked(refresh.user().name())) {
            throw EntraRefusals.revokedRefreshToken(refresh.issued());
        }
        var refusal = control.renewalRefusal(refresh.user().name());
        if (refusal != null) {
            throw refusal;
        }
        return refresh;
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String token() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
