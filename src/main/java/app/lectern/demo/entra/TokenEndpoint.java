package app.lectern.demo.entra;

import app.lectern.demo.TenantIdentity;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/// `POST /{tenant}/oauth2/v2.0/token`: exchanges secrets, assertions, device codes, authorization codes and refresh
/// tokens for access tokens, or refuses as Entra does.
final class TokenEndpoint {

    private final TenantIdentity tenant;
    private final AppRegistrations apps;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Grants grants;
    private final DeviceCodes deviceCodes;
    private final ClientProof proof;
    private final Map<String, String> delegatedIds = Permissions.load().delegated();
    private final String base;

    TokenEndpoint(TenantIdentity tenant, AppRegistrations apps, Accounts accounts, Tokens tokens, Grants grants,
                  DeviceCodes deviceCodes, Clock clock, String base) {
        this.tenant = tenant;
        this.apps = apps;
        this.accounts = accounts;
        this.tokens = tokens;
        this.grants = grants;
        this.deviceCodes = deviceCodes;
        this.proof = new ClientProof(clock);
        this.base = base;
    }

    ObjectNode answer(String tenantName, Map<String, String> form) {
        var app = requireApp(form);
        var grant = form.getOrDefault("grant_type", "");
        return switch (grant) {
            case "client_credentials" -> forApplication(tenantName, app, form);
            case "urn:ietf:params:oauth:grant-type:device_code", "device_code" -> {
                requirePublic(app, form, tenantName);
                var approved = deviceCodes.redeem(form.get("device_code"), app);
                yield forUser(app, requireUser(approved.user()), approved.scopes(), null);
            }
            case "authorization_code" -> {
                requirePublic(app, form, tenantName);
                var code = grants.redeem(form, app);
                yield forUser(app, code.user(), code.scopes(), code.nonce());
            }
            case "refresh_token" -> {
                requirePublic(app, form, tenantName);
                var refresh = grants.redeemRefresh(form.get("refresh_token"), app);
                var scopes = form.containsKey("scope") ? scopes(form.get("scope")) : refresh.scopes();
                yield forUser(app, requireUser(refresh.user().id()), scopes, null);
            }
            case "" -> throw EntraRefusals.parameterMissing("grant_type");
            default -> throw EntraRefusals.unsupportedGrant(grant);
        };
    }

    AppRegistration requireApp(Map<String, String> form) {
        var appId = form.get("client_id");
        if (appId == null || appId.isBlank()) {
            throw EntraRefusals.parameterMissing("client_id");
        }
        return apps.find(appId).orElseThrow(() -> EntraRefusals.unknownApp(appId, tenant.displayName()));
    }

    Scopes scopes(String text) {
        return Scopes.parse(text, base, tenant);
    }

    /// Whether the app may have these permissions at all, before anyone is asked to sign in.
    void requireConsent(AppRegistration app, Scopes scopes) {
        scopes.granted(app, delegatedIds);
    }

    DemoAccount requireUser(String idOrName) {
        var user = accounts.find(idOrName).orElseThrow(() -> EntraRefusals.unknownUser(idOrName, tenant.displayName()));
        if (!user.enabled()) {
            throw EntraRefusals.disabledUser();
        }
        return user;
    }

    private ObjectNode forApplication(String tenantName, AppRegistration app, Map<String, String> form) {
        if (Set.of("common", "organizations", "consumers").contains(tenantName)) {
            throw EntraRefusals.tenantNeeded();
        }
        proof.require(app, form, base + "/" + tenantName + "/oauth2/v2.0/token");
        var scopes = scopes(form.get("scope"));
        scopes.requireDefault(form.get("scope"));
        return answer(tokens.forApplication(app, scopes.resource()));
    }

    private void requirePublic(AppRegistration app, Map<String, String> form, String tenantName) {
        if (ClientProof.isOffered(form)) {
            proof.require(app, form, base + "/" + tenantName + "/oauth2/v2.0/token");
        } else if (!app.publicClient()) {
            throw EntraRefusals.proofMissing();
        }
    }

    private ObjectNode forUser(AppRegistration app, DemoAccount user, Scopes scopes, String nonce) {
        var granted = scopes.granted(app, delegatedIds);
        var answer = answer(tokens.forUser(app, scopes.resource(), user, granted));
        var prefix = scopes.resource() + "/";
        answer.put("scope", String.join(" ", granted.stream().sorted().map(prefix::concat).toList()));
        if (scopes.openId().contains("offline_access")) {
            answer.put("refresh_token", grants.refresh(app, user, scopes));
        }
        if (scopes.openId().contains("openid")) {
            answer.put("id_token", tokens.identity(app, user, base + "/" + tenant.tenantId() + "/v2.0", nonce));
        }
        answer.put("client_info", tokens.clientInfo(user));
        return answer;
    }

    private static ObjectNode answer(String accessToken) {
        var seconds = Tokens.LIFETIME.toSeconds();
        return JsonNodeFactory.instance.objectNode().put("token_type", "Bearer").put("expires_in", seconds)
                .put("ext_expires_in", seconds).put("access_token", accessToken);
    }
}
