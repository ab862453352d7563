package app.lectern.demo.entra;

import app.lectern.demo.TenantIdentity;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What a client asks for in `scope`: a resource, permissions on it, and the OpenID words.
///
/// @param resource the address of the resource, which becomes the token's audience
/// @param wanted   permissions by name; empty when `/.default` was asked for
/// @param openId   `openid`, `profile`, `offline_access`, `email`
record Scopes(String resource, Set<String> wanted, boolean isDefault, Set<String> openId) {

    private static final Set<String> OPEN_ID = Set.of("openid", "profile", "offline_access", "email");
    private static final String GRAPH = "https://graph.microsoft.com";

    /// @param ownGraph the address of this tenant's own Graph, another name of the same resource
    static Scopes parse(String text, String ownGraph, TenantIdentity tenant) {
        if (text == null || text.isBlank()) {
            throw EntraRefusals.badScope("");
        }
        String resource = null;
        var wanted = new LinkedHashSet<String>();
        var openId = new LinkedHashSet<String>();
        var isDefault = false;
        for (var scope : text.strip().split("\\s+")) {
            if (OPEN_ID.contains(scope)) {
                openId.add(scope);
                continue;
            }
            var slash = scope.lastIndexOf('/');
            var name = scope.substring(slash + 1);
            resource = slash < 0 ? GRAPH : requireResource(scope.substring(0, slash), ownGraph, tenant);
            if (name.equals(".default")) {
                isDefault = true;
            } else {
                wanted.add(name);
            }
        }
        return new Scopes(resource == null ? GRAPH : resource, wanted, isDefault, openId);
    }

    private static String requireResource(String resource, String ownGraph, TenantIdentity tenant) {
        var known = Set.of(GRAPH, ownGraph, Permissions.GRAPH_APP_ID);
        var bare = resource.replaceAll("/+$", "");
        if (!known.contains(bare)) {
            throw EntraRefusals.unknownResource(resource, tenant.displayName());
        }
        return bare;
    }

    /// The permissions that a signed-in user's token gets: those asked for, all of them with consent and known to Graph.
    Set<String> granted(AppRegistration app, Map<String, String> delegatedIds) {
        for (var name : wanted) {
            if (!delegatedIds.containsKey(name)) {
                throw EntraRefusals.badScope(name);
            }
        }
        if (app.scopes().isEmpty() || !app.scopes().containsAll(wanted)) {
            throw EntraRefusals.consentMissing(app);
        }
        return isDefault || wanted.isEmpty() ? app.scopes() : Set.copyOf(wanted);
    }

    /// An application by itself must ask for `/.default` and nothing else.
    void requireDefault(String text) {
        if (!isDefault || !wanted.isEmpty() || URI.create(resource).getPath() == null) {
            throw EntraRefusals.badScope(text);
        }
    }
}
