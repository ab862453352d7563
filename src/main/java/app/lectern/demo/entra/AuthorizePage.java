package app.lectern.demo.entra;

import app.lectern.demo.http.HttpReply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// `GET /{tenant}/oauth2/v2.0/authorize`: nobody types a password here; the chosen person is signed in at once and the
/// browser is sent back to the program that asked.
final class AuthorizePage {

    private final TokenEndpoint tokens;
    private final Grants grants;
    private final SignInControl control;
    private final EntraErrors errors;

    AuthorizePage(TokenEndpoint tokens, Grants grants, SignInControl control, EntraErrors errors) {
        this.tokens = tokens;
        this.grants = grants;
        this.control = control;
        this.errors = errors;
    }

    HttpReply answer(Map<String, String> query) {
        var app = tokens.requireApp(query);
        var redirect = query.getOrDefault("redirect_uri", "");
        if (!isRegistered(app, redirect)) {
            throw EntraRefusals.wrongRedirect(redirect, app.appId());
        }
        var answer = new LinkedHashMap<String, String>();
        try {
            if (control.browserRefusal() != null) {
                throw control.browserRefusal();
            }
            var scopes = tokens.scopes(query.get("scope"));
            tokens.requireConsent(app, scopes);
            var user = tokens.requireUser(query.getOrDefault("login_hint", String.valueOf(control.browserUser())));
            answer.put("code", grants.code(app, user, scopes, query));
            answer.put("session_state", java.util.UUID.randomUUID().toString());
        } catch (EntraRefusal refusal) {
            answer.put("error", refusal.error());
            answer.put("error_description", errors.describe(refusal));
        }
        if (query.containsKey("state")) {
            answer.put("state", query.get("state"));
        }
        return "form_post".equals(query.get("response_mode")) ? form(redirect, answer) : redirect(redirect, answer);
    }

    /// Loopback addresses are compared without their port, as RFC 8252 asks.
    private static boolean isRegistered(AppRegistration app, String redirect) {
        try {
            var uri = URI.create(redirect);
            var bare = uri.getScheme() + "://" + uri.getHost();
            return "localhost".equals(uri.getHost()) && app.redirectUris().contains(bare);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static HttpReply redirect(String address, Map<String, String> answer) {
        var query = answer.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpReply.empty(302).withHeader("Location", address + (address.contains("?") ? "&" : "?") + query);
    }

    private static HttpReply form(String address, Map<String, String> answer) {
        var fields = answer.entrySet().stream().map(entry -> "<input type=\"hidden\" name=\"" + entry.getKey() + "\" value=\""
                + escape(entry.getValue()) + "\"/>").collect(Collectors.joining());
        return HttpReply.text(200, "text/html; charset=utf-8", "<html><head><title>Working...</title></head><body>"
                + "<form method=\"POST\" name=\"hiddenform\" action=\"" + escape(address) + "\">" + fields
                + "</form><script>document.forms[0].submit();</script></body></html>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
