package app.lectern.demo.entra;

import java.time.Instant;
import java.util.Set;

/// What Graph reads in an access token.
///
/// @param audience the resource for which it was issued
/// @param userId   the signed-in user, or null for an application by itself
public record TokenClaims(String appId, String audience, String tenantId, String userId, String userName,
                          Set<String> roles, Set<String> scopes, Instant from, Instant until) {
}
