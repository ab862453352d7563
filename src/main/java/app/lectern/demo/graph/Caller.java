package app.lectern.demo.graph;

import java.util.Set;

/// Who holds the bearer token of a call: an application by itself, or an application on behalf of a signed-in user.
///
/// @param appId    the application's client id
/// @param userId   the object id of the signed-in user, or null when the application calls for itself
/// @param userName the user principal name of the signed-in user, or null
/// @param roles    application permissions in the token
/// @param scopes   delegated permissions in the token
public record Caller(String appId, String userId, String userName, Set<String> roles, Set<String> scopes) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean isAppOnly() {
        return userId == null;
    }

    /// Whether the token carries one of these permissions, as role or as scope by the kind of caller.
    public boolean holdsAny(Set<String> application, Set<String> delegated) {
        var held = isAppOnly() ? roles : scopes;
        return (isAppOnly() ? application : delegated).stream().anyMatch(held::contains);
    }
}
