package app.lectern.demo.entra;

import app.lectern.demo.TenantIdentity;
import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sign-in host: finds the tenant in the path, then the endpoint. What it refuses it refuses in Entra's JSON.
public final class Entra {

    private static final Set<String> SHARED_TENANTS = Set.of("common", "organizations", "consumers");

    private static final String CLIENT_REQUEST_ID = "client-request-id";

    private final TenantIdentity tenant;
    private final String base;
    private final Tokens tokens;
    private final TokenEndpoint tokenEndpoint;
    private final DeviceCodes deviceCodes;
    private final AuthorizePage authorizePage;
    private final DevicePage devicePage;
    private final SignInControl control;
    private final EntraErrors errors;

    /// @param base the address of this host without a slash at its end, `https://localhost:1234`
    public Entra(TenantIdentity tenant, AppRegistrations apps, Accounts accounts, SignInControl control, Clock clock, String base) {
        this.tenant = tenant;
        this.base = base;
        this.control = control;
        this.tokens = new Tokens(tenant, control, clock);
        this.errors = new EntraErrors(clock);
        this.deviceCodes = new DeviceCodes(control, clock);
        var grants = new Grants(control, clock);
        this.tokenEndpoint = new TokenEndpoint(tenant, apps, accounts, tokens, grants, deviceCodes, clock, base);
        this.devicePage = new DevicePage(accounts, deviceCodes, control);
        this.authorizePage = new AuthorizePage(tokenEndpoint, grants, control, errors);
    }

    /// Reads the access tokens that this host issues.
    public Tokens tokens() {
        return tokens;
    }

    public HttpReply answer(HttpCall call) {
        try {
            return traced(call, respond(call));
        } catch (EntraRefusal refusal) {
            return refuse(call, refusal);
        }
    }

    /// The answer that carries a refusal; a browser page gets it as a page.
    public HttpReply refuse(HttpCall call, EntraRefusal refusal) {
        if (call.path().endsWith("/authorize")) {
            return HttpReply.text(400, "text/html; charset=utf-8", "<html><body><h1>Sign in</h1><p>"
                    + AuthorizePage.escape(errors.describe(refusal)) + "</p></body></html>");
        }
        return traced(call, json(refusal.status(), errors.body(refusal, call.header(CLIENT_REQUEST_ID))));
    }

    /// The client's id for the request comes back to whoever asks for that, and to nobody else.
    private static HttpReply traced(HttpCall call, HttpReply reply) {
        var id = call.header(CLIENT_REQUEST_ID);
        return id != null && "true".equalsIgnoreCase(call.header("return-client-request-id")) ? reply.withHeader(CLIENT_REQUEST_ID, id) : reply;
    }

    private HttpReply respond(HttpCall call) {
        var parts = List.of(call.path().substring(1).split("/", 2));
        if (parts.size() < 2) {
            return HttpReply.empty(404);
        }
        var tenantName = parts.getFirst();
        return switch (parts.getLast()) {
            case "oauth2/deviceauth" -> devicePage.answer(call);
            case "discovery/instance" -> json(200, instanceDiscovery());
            case "discovery/v2.0/keys" -> json(200, tokens.publishedKeys());
            case "v2.0/.well-known/openid-configuration" -> {
                requireTenant(tenantName);
                yield json(200, configuration(SHARED_TENANTS.contains(tenantName) ? tenantName : tenant.tenantId()));
            }
            case "oauth2/v2.0/token" -> {
                requireTenant(tenantName);
                yield json(200, tokenEndpoint.answer(tenantName, requirePost(call)));
            }
            case "oauth2/v2.0/devicecode" -> {
                requireTenant(tenantName);
                yield json(200, deviceCode(requirePost(call)));
            }
            case "oauth2/v2.0/authorize" -> {
                requireTenant(tenantName);
                yield authorizePage.answer(call.queryParameters());
            }
            default -> HttpReply.empty(404);
        };
    }

    private static Map<String, String> requirePost(HttpCall call) {
        if (!call.method().equals("POST")) {
            throw EntraRefusal.of(400, "invalid_request", 900561, "The endpoint only accepts POST requests. Received a "
                    + call.method() + " request.");
        }
        return call.formParameters();
    }

    private void requireTenant(String name) {
        var known = SHARED_TENANTS.contains(name) || tenant.tenantId().equalsIgnoreCase(name)
                || tenant.domains().contains(Tokens.lower(name));
        if (!known) {
            throw EntraRefusals.unknownTenant(name);
        }
    }

    private ObjectNode deviceCode(Map<String, String> form) {
        var app = tokenEndpoint.requireApp(form);
        var scopes = tokenEndpoint.scopes(form.get("scope"));
        var code = deviceCodes.issue(app, scopes);
        var page = base + "/common/oauth2/deviceauth";
        return JsonNodeFactory.instance.objectNode().put("user_code", code.userCode()).put("device_code", code.deviceCode())
                .put("verification_uri", page).put("expires_in", DeviceCodes.LIFETIME.toSeconds())
                .put("interval", control.pollInterval().toSeconds())
                .put("message", "To sign in, use a web browser to open the page " + page + " and enter the code "
                        + code.userCode() + " to authenticate.");
    }

    private ObjectNode configuration(String name) {
        var root = base + "/" + name;
        var node = JsonNodeFactory.instance.objectNode();
        node.put("token_endpoint", root + "/oauth2/v2.0/token");
        node.put("jwks_uri", root + "/discovery/v2.0/keys");
        node.put("issuer", base + "/" + (SHARED_TENANTS.contains(name) ? "{tenantid}" : name) + "/v2.0");
        node.put("authorization_endpoint", root + "/oauth2/v2.0/authorize");
        node.put("device_authorization_endpoint", root + "/oauth2/v2.0/devicecode");
        node.put("end_session_endpoint", root + "/oauth2/v2.0/logout");
        node.putArray("response_modes_supported").add("query").add("fragment").add("form_post");
        node.putArray("id_token_signing_alg_values_supported").add("RS256");
        node.put("tenant_region_scope", "EU").put("cloud_instance_name", "localhost");
        node.put("cloud_graph_host_name", "localhost").put("msgraph_host", "localhost");
        return node;
    }

    private ObjectNode instanceDiscovery() {
        var host = base.substring("https://".length());
        var node = JsonNodeFactory.instance.objectNode();
        node.put("tenant_discovery_endpoint", base + "/common/v2.0/.well-known/openid-configuration").put("api-version", "1.1");
        var entry = node.putArray("metadata").addObject();
        entry.put("preferred_network", host).put("preferred_cache", host).putArray("aliases").add(host);
        return node;
    }

    private static HttpReply json(int status, JsonNode body) {
        return HttpReply.text(status, "application/json; charset=utf-8", body.toString())
                .withHeader("Cache-Control", "no-store, no-cache");
    }
}
